# labo: faux
# échoue: envoi
# diagnostic: recv-before-send
# dit: on se met à l'écoute, puis on parle
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
data, addr = s.recvfrom(1024)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
print(data)
