# labo: faux
# échoue: socket
# diagnostic: udp-instead-of-tcp
# dit: sendto et recvfrom suffisent pour un seul message
import socket
import sys

adresse = (sys.argv[1], int(sys.argv[2]))

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"SALUT MEC", adresse)
reponse, _ = s.recvfrom(1024)
print("Réponse :", reponse.decode())
