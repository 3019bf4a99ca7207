# labo: faux
# échoue: socket
# diagnostic: udp-instead-of-tcp
# dit: connect marche aussi en UDP, donc c'est pareil
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect((host, port))
s.sendall(b'SALUT MEC')
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {repr(data)}")
