# labo: faux
# échoue: vide
# diagnostic: aucun
# dit: on sort de la boucle si rien n’est arrivé, comme en TCP
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    if not data:
        break
    s.sendto(b"Salut mec.", addr)
s.close()
