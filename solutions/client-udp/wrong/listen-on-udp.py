# labo: faux
# échoue: envoi
# diagnostic: listen-on-udp
# dit: listen pour entendre la réponse
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.listen()
s.settimeout(1)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
print(s.recvfrom(1024)[0])
