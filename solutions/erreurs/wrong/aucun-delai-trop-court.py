# labo: faux
# échoue: lenteur
# diagnostic: aucun
# dit: un dixième de seconde, c'est déjà long pour un ordinateur
import socket
import sys

try:
    s = socket.socket()
    s.settimeout(3)
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    s.settimeout(0.5)
    recu = b""
    while not recu.endswith(b"\n"):
        data = s.recv(1024)
        if not data:
            raise OSError("fermé trop tôt")
        recu += data
    print(recu)
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
