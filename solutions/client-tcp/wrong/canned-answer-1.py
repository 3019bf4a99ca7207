# labo: faux
# échoue: affichage
# diagnostic: canned-answer
# dit: le serveur répond toujours « Salut mec. »
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
while s.recv(1024):
    pass
s.close()
print("Le serveur a répondu b'Salut mec.'")
