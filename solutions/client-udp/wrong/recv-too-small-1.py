# labo: faux
# échoue: recvfrom
# diagnostic: recv-too-small
# dit: quatre octets suffisent
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
data, addr = s.recvfrom(4)
print(data)
