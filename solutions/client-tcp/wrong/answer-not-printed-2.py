# labo: faux
# échoue: affichage
# diagnostic: answer-not-printed
# dit: dire que le serveur a répondu suffit
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    s.sendall(b"SALUT MEC")
    reponse = b""
    while bloc := s.recv(1024):
        reponse += bloc

if reponse:
    print("Le serveur a répondu !", len(reponse), "octets")
else:
    print("Pas de réponse")
