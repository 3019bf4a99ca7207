# labo: faux
# échoue: connect
# diagnostic: host-hardcoded
# dit: le serveur est à 127.0.0.1
import hashlib
import socket
import sys

s = socket.socket()
s.connect(("127.0.0.1", 8888))
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
print(len(data), hashlib.sha256(data).hexdigest())
