# labo: faux
# échoue: recvfrom
# diagnostic: canned-answer
# dit: le serveur répond toujours Salut mec.
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
print("Le serveur a répondu b'Salut mec.'")
