# labo: faux
# échoue: recvfrom
# diagnostic: recv-too-small
# dit: octet par octet, jusqu'au bout
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
reponse = b""
try:
    while True:
        octet, _ = s.recvfrom(1)
        reponse += octet
except socket.timeout:
    pass
print(reponse)
