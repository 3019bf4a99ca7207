# labo: faux
# échoue: bind
# diagnostic: missing-bind
# dit: recvfrom suffit, il n'y a pas de connexion
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    data, addr = s.recvfrom(1024)
    s.sendto(b"Salut mec.", addr)
