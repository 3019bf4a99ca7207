# labo: faux
# échoue: connect
# diagnostic: host-hardcoded
# dit: le serveur est sur ma machine
import socket
import sys

try:
    s = socket.create_connection(("127.0.0.1", 8888), timeout=3)
    s.sendall(b"SALUT MEC")
    ligne = s.makefile("rb").readline()
    if not ligne.endswith(b"\n"):
        raise OSError("réponse incomplète")
    print(ligne)
except OSError as e:
    print(e, file=sys.stderr)
    sys.exit(1)
