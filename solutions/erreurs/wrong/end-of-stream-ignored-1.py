# labo: faux
# échoue: fermee
# diagnostic: end-of-stream-ignored
# dit: on tourne tant que la ligne n'est pas finie
import socket
import sys

try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])), 3)
    s.sendall(b"SALUT MEC")
    reponse = b""
    while not reponse.endswith(b"\n"):
        reponse += s.recv(1024)
    print(reponse)
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
