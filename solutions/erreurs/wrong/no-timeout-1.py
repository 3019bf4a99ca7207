# labo: faux
# échoue: silence
# diagnostic: no-timeout
# dit: recv finit toujours par rendre quelque chose
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    reponse = b""
    while not reponse.endswith(b"\n"):
        data = s.recv(1024)
        if not data:
            raise OSError("fermé trop tôt")
        reponse += data
    print(reponse)
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
