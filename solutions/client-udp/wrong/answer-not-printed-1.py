# labo: faux
# échoue: affichage
# diagnostic: answer-not-printed
# dit: la réponse est rangée dans data
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)
for _ in range(3):
    s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
    try:
        data, addr = s.recvfrom(1024)
        break
    except socket.timeout:
        pass
else:
    sys.exit("pas de réponse")
s.close()
