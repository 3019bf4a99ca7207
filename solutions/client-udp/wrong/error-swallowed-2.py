# labo: faux
# échoue: message
# diagnostic: error-swallowed
# dit: le code de sortie dit tout
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.4)
for _ in range(3):
    try:
        sock.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
        print(sock.recvfrom(1024)[0])
        sys.exit(0)
    except socket.timeout:
        continue
sys.exit(1)
