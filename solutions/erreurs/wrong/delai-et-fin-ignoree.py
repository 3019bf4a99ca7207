# labo: faux
# échoue: silence
# diagnostic: no-timeout
# dit: deux erreurs : pas de délai, et la fin du flot ignorée
import socket
import sys

s = socket.socket()
try:
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    recu = b""
    while not recu.endswith(b"\n"):
        recu += s.recv(1024)
    print(recu)
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
