# labo: faux
# échoue: nombre
# diagnostic: end-of-stream-ignored
# dit: while True, sans sortie
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
data = b""
while True:
    data += s.recv(1024)
s.close()
print(len(data), hashlib.sha256(data).hexdigest())
