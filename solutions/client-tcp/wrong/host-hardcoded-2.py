# labo: faux
# échoue: arguments
# diagnostic: host-hardcoded
# dit: le port du TP est 8888, pas besoin de l'argument
import socket
import sys

PORT = 8888

with socket.create_connection((sys.argv[1], PORT)) as s:
    s.sendall(b"SALUT MEC")
    reponse = b""
    while bloc := s.recv(1024):
        reponse += bloc
print("Réponse :", reponse)
