# labo: faux
# échoue: nouvel-essai
# diagnostic: aucun
# dit: un délai, un message, mais un seul essai
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.6)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
try:
    data, addr = s.recvfrom(1024)
except socket.timeout:
    print("pas de réponse")
    sys.exit(1)
print(data)
