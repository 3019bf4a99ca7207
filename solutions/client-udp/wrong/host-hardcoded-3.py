# labo: faux
# échoue: envoi
# diagnostic: host-hardcoded
# dit: connect à localhost
import socket
import sys

HOTE = "localhost"

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.3)
s.connect((HOTE, 8888))
try:
    s.send(b"SALUT MEC")
    print(s.recv(1024))
except OSError as e:
    print("raté", e)
    sys.exit(1)
