# labo: faux
# échoue: envoi
# diagnostic: wrong-reply
# dit: la demande, c'est de la data bidon : on met ce qu'on veut
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"Coucou le serveur, tu vas bien ?")
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(f"Le serveur a répondu {data!r}")
