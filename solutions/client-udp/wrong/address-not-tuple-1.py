# labo: faux
# échoue: envoi
# diagnostic: address-not-tuple
# dit: trois arguments à sendto
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(1)
s.sendto(b"SALUT MEC", sys.argv[1], int(sys.argv[2]))
print(s.recvfrom(1024)[0])
