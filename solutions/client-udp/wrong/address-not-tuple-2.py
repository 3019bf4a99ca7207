# labo: faux
# échoue: envoi
# diagnostic: address-not-tuple
# dit: une adresse, c'est hôte:port
import socket
import sys

adresse = sys.argv[1] + ":" + sys.argv[2]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(1)
s.sendto(b"SALUT MEC", adresse)
print(s.recvfrom(1024)[0])
