# labo: faux
# échoue: connect
# diagnostic: name-unresolved
# dit: une adresse se donne avec http:// devant
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(("http://" + sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
print(s.recv(1024))
s.close()
