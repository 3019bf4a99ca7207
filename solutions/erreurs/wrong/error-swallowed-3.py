# labo: faux
# échoue: refuse-message
# diagnostic: error-swallowed
# dit: le code de sortie suffit, pas besoin de parler
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
            sys.exit(1)
        recu += data
except OSError:
    sys.exit(1)
print(recu.decode())
