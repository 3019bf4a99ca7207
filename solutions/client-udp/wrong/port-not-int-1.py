# labo: faux
# échoue: envoi
# diagnostic: port-not-int
# dit: sys.argv[2] est déjà un nombre
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(1)
for i in range(3):
    s.sendto(b"SALUT MEC", (sys.argv[1], sys.argv[2]))
    try:
        print(s.recvfrom(1024)[0])
        sys.exit(0)
    except socket.timeout:
        pass
sys.exit("rien")
