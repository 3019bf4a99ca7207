# labo: faux
# échoue: envoi
# diagnostic: str-not-bytes
# dit: SALUT MEC est un texte
import socket
import sys

try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3)
    s.sendall("SALUT MEC")
    print(s.makefile().readline())
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
