# labo: faux
# échoue: affichage
# diagnostic: answer-not-printed
# dit: ce qui compte, ce sont les erreurs
import socket
import sys

try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3) as s:
        s.sendall(b"SALUT MEC")
        if not s.makefile("rb").readline().endswith(b"\n"):
            sys.exit("réponse incomplète")
except OSError as e:
    sys.exit(f"erreur : {e}")
