# labo: faux
# échoue: nombre
# diagnostic: answer-not-printed
# dit: tout est calculé, rien n'est affiché
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
nombre = len(data)
empreinte = hashlib.sha256(data).hexdigest()
s.close()
