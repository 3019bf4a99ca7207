# labo: faux
# échoue: affichage
# diagnostic: canned-answer
# dit: on affiche la question au lieu de la réponse
import socket
import sys

message = b"SALUT MEC"
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)
s.sendto(message, (sys.argv[1], int(sys.argv[2])))
data, addr = s.recvfrom(1024)
print("Le serveur a répondu", message)
