# labo: faux
# échoue: recu
# diagnostic: recv-without-size
# dit: recv() prend tout
import hashlib
import socket
import sys

s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
data = s.recv()
print(len(data), hashlib.sha256(data).hexdigest())
