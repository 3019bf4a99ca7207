# labo: faux
# échoue: empreinte
# diagnostic: aucun
# dit: digest au lieu de hexdigest
import hashlib
import socket
import sys

s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
h = hashlib.sha256()
n = 0
while True:
    d = s.recv(1024)
    if d == b"":
        break
    h.update(d)
    n += len(d)
print(n)
print(h.digest())
