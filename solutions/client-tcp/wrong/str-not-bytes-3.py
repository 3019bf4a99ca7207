# labo: faux
# échoue: affichage
# diagnostic: str-not-bytes
# dit: le + colle un texte et ce qu'on a reçu
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print("Le serveur a répondu " + data)
