# labo: juste
# dit: la boucle du cours, tout en mémoire
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))

data = b''
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()

print(len(data), 'octets')
print(hashlib.sha256(data).hexdigest())
