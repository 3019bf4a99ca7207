# labo: faux
# échoue: socket
# diagnostic: module-shadowed
# dit: mon brouillon s'appelle socket.py, à côté de client.py
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(f"Le serveur a répondu {data!r}")
