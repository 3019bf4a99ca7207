# labo: faux
# échoue: recv
# diagnostic: call-without-parentheses
# dit: recv sans parenthèses reçoit tout
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
data = s.recv
s.close()
print(f"Le serveur a répondu {data}")
