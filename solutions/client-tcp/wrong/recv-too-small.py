# labo: faux
# échoue: recv
# diagnostic: recv-too-small
# dit: la réponse tient dans quelques octets
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
data = s.recv(4)
s.close()
print(f"Le serveur a répondu {repr(data)}")
