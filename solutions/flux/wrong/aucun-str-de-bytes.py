# labo: faux
# échoue: empreinte
# diagnostic: aucun
# dit: l'empreinte de str(data)
import hashlib
import socket
import sys

s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(len(data))
print(hashlib.sha256(str(data).encode()).hexdigest())
