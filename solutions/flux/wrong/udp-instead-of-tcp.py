# labo: faux
# échoue: connect
# diagnostic: udp-instead-of-tcp
# dit: SOCK_DGRAM, pour recevoir plus vite
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
data = s.recv(65536)
print(len(data), hashlib.sha256(data).hexdigest())
