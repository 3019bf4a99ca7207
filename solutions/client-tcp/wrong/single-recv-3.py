# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: si le recv n'est pas plein, c'est qu'il n'y a plus rien
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")

reponse = b""
while True:
    bloc = s.recv(1024)
    reponse += bloc
    if len(bloc) < 1024:
        break  # dernier bloc

s.close()
print("Réponse :", reponse)
