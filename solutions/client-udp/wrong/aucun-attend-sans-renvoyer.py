# labo: faux
# échoue: nouvel-essai
# diagnostic: aucun
# dit: trois attentes, un seul envoi
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
for essai in range(3):
    try:
        data, addr = s.recvfrom(1024)
        print(data)
        break
    except socket.timeout:
        print("toujours rien")
else:
    sys.exit("abandon")
