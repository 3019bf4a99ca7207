# labo: faux
# échoue: bind
# diagnostic: wrong-port
# dit: 8880 au lieu de 8888
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8880))
while True:
    data, addr = s.recvfrom(1024)
    s.sendto(b"Salut mec.", addr)
