# labo: faux
# échoue: connect
# diagnostic: port-out-of-range
# dit: coller un chiffre devant le port ne change rien d'important
import socket
import sys

host = sys.argv[1]
port = int("1" + sys.argv[2])  # ports en 1xxxx, comme dit le prof ?

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port * 10))
s.sendall(b"SALUT MEC")
print(s.recv(1024))
s.close()
