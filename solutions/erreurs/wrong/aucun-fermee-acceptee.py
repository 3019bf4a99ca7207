# labo: faux
# échoue: fermee
# diagnostic: aucun
# dit: rien reçu, c'est une réponse vide
import socket
import sys

try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3)
    s.sendall(b"SALUT MEC")
    recu = b""
    while data := s.recv(1024):
        recu += data
    print("Réponse :", recu)
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
