# labo: faux
# échoue: affichage
# diagnostic: end-of-stream-ignored
# dit: la boucle s'arrête toute seule quand il n'y a plus rien
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
reponse = b""
while True:
    reponse += s.recv(1024)
s.close()
print("Le serveur a répondu", reponse)
