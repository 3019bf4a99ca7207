# labo: faux
# échoue: connect
# diagnostic: connect-missing
# dit: sendall se connecte tout seul
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.sendall(b'SALUT MEC')
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {repr(data)}")
