# labo: faux
# échoue: connect
# diagnostic: address-not-tuple
# dit: `sys.argv[1:]` est déjà un couple hôte et port
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(sys.argv[1:])
s.sendall(b"SALUT MEC")
print(s.recv(1024))
s.close()
