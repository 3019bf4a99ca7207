# labo: faux
# échoue: pause
# diagnostic: aucun
# dit: une seconde de silence, c'est la fin
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.settimeout(1.2)
data = b""
try:
    while True:
        d = s.recv(1024)
        if not d:
            break
        data += d
except socket.timeout:
    pass
s.close()
print(len(data), hashlib.sha256(data).hexdigest())
