# labo: faux
# échoue: abandon
# diagnostic: never-ends
# dit: on insiste jusqu'à ce que ça marche
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.05)
while True:
    s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
    try:
        data, addr = s.recvfrom(1024)
        print(data)
        break
    except socket.timeout:
        print("encore")
