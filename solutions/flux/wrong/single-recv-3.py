# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: moins de 1024 octets : c'est le dernier morceau
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
data = b""
while True:
    d = s.recv(1024)
    data += d
    if len(d) < 1024:
        break  # plus rien à lire
s.close()
print(len(data), hashlib.sha256(data).hexdigest())
