# labo: faux
# échoue: connect
# diagnostic: port-not-int
# dit: 8888 tapé dans le terminal est un nombre
import socket
import sys

host = sys.argv[1]
port = sys.argv[2]

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
s.sendall(b'SALUT MEC')
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {repr(data)}")
