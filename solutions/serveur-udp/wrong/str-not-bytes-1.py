# labo: faux
# échoue: reponse
# diagnostic: str-not-bytes
# dit: du texte dans sendto
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    print(data)
    s.sendto("Salut mec.", addr)
