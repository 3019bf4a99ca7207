# labo: faux
# échoue: envoi
# diagnostic: wrong-port
# dit: un port de plus : le client a le suivant
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.3)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2]) + 1))
try:
    print(s.recvfrom(1024)[0])
except OSError:
    sys.exit("rien")
