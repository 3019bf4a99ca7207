# labo: faux
# échoue: nouvel-essai
# diagnostic: no-timeout
# dit: connect, send, recv, comme en TCP
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.send(b"SALUT MEC")
print(s.recv(1024))
