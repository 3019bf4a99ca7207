# labo: faux
# échoue: connect
# diagnostic: port-not-int
# dit: deux erreurs : le port en texte, puis la demande en texte
import socket
import sys

host, port = sys.argv[1:3]

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
s.sendall("SALUT MEC")
data = s.recv(1024)
s.close()
print("Le serveur a répondu " + data)
