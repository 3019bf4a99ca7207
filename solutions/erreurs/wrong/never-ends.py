# labo: faux
# échoue: sortie
# diagnostic: never-ends
# dit: le programme reste ouvert pour qu'on ait le temps de lire la réponse
import socket
import sys
import threading

try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3) as s:
        s.sendall(b"SALUT MEC")
        ligne = s.makefile("rb").readline()
    if not ligne.endswith(b"\n"):
        raise OSError("réponse incomplète")
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
print(ligne)
threading.Event().wait()
