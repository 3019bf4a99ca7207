# labo: faux
# échoue: empreinte
# diagnostic: aucun
# dit: md5 ou sha256, c'est pareil
import hashlib
import socket
import sys

s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
data = b""
while d := s.recv(1024):
    data += d
s.close()
print(len(data), hashlib.md5(data).hexdigest())
