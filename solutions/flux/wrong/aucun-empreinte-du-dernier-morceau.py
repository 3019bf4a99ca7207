# labo: faux
# échoue: morceaux-empreinte
# diagnostic: aucun
# dit: l'empreinte du dernier morceau
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
n = 0
dernier = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    n += len(d)
    dernier = d
s.close()
print(n, hashlib.sha256(dernier).hexdigest())
