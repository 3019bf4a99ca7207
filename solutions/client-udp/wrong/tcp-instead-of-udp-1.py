# labo: faux
# échoue: socket
# diagnostic: tcp-instead-of-udp
# dit: le client TCP, en changeant de serveur
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
data = s.recv(1024)
s.close()
print(data)
