# labo: faux
# échoue: envoi
# diagnostic: crash
# dit: send, sans avoir dit où
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(1)
s.send(b"SALUT MEC")
print(s.recv(1024))
