# labo: faux
# échoue: refuse-message
# diagnostic: aucun
# dit: print, c'est fait pour parler
import socket
import sys

try:
    s = socket.socket()
    s.settimeout(3)
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    recu = b""
    while not recu.endswith(b"\n"):
        data = s.recv(1024)
        if not data:
            raise OSError("fermé trop tôt")
        recu += data
    print(recu)
except OSError as e:
    print("Erreur :", e)
    sys.exit(1)
