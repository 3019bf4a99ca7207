# labo: faux
# échoue: nouvel-essai
# diagnostic: crash
# dit: un délai, et personne ne rattrape l'exception
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
data, addr = s.recvfrom(1024)
print(data)
