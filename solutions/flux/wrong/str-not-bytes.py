# labo: faux
# échoue: nombre
# diagnostic: str-not-bytes
# dit: hashlib veut bien du texte
import hashlib
import socket
import sys

s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
data = ""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(len(data), hashlib.sha256(data).hexdigest())
