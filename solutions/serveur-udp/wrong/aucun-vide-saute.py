# labo: faux
# échoue: vide
# diagnostic: aucun
# dit: rien reçu, on continue
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    if len(data) > 0:
        s.sendto(b"Salut mec.", addr)
