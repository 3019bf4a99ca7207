# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: un grand recv prend tout
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
data = s.recv(1000000)
s.close()
print(len(data))
print(hashlib.sha256(data).hexdigest())
