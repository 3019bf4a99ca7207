# labo: faux
# échoue: sortie
# diagnostic: never-ends
# dit: il faut garder la fenêtre ouverte pour lire la réponse
import signal
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    s.sendall(b"SALUT MEC")
    reponse = b""
    while bloc := s.recv(1024):
        reponse += bloc

print("Le serveur a répondu", reponse)
signal.pause()  # sinon la fenêtre se ferme
