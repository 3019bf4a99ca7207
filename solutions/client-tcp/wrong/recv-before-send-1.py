# labo: faux
# échoue: envoi
# diagnostic: recv-before-send
# dit: le serveur dit bonjour en premier
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
data = s.recv(1024)
s.sendall(b'SALUT MEC')
s.close()
print(f"Le serveur a répondu {repr(data)}")
