# labo: faux
# échoue: envoi
# diagnostic: host-hardcoded
# dit: le serveur est sur ma machine
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.3)
for _ in range(3):
    s.sendto(b"SALUT MEC", ("127.0.0.1", 8888))
    try:
        print(s.recvfrom(1024)[0])
        break
    except socket.timeout:
        pass
else:
    print("rien")
    sys.exit(1)
