# labo: faux
# échoue: connect
# diagnostic: wrong-port
# dit: le client prend le port d'à côté, puisque 8888 est pris par le serveur
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2]) + 1

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
s.sendall(b"SALUT MEC")
print(s.recv(1024))
s.close()
