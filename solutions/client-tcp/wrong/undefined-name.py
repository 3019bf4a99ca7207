# labo: faux
# échoue: connect
# diagnostic: undefined-name
# dit: HOST et host, Python voit bien ce que je veux dire
import socket
import sys

HOST = sys.argv[1]
PORT = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
s.sendall(b"SALUT MEC")
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {data!r}")
