# labo: faux
# échoue: recvfrom
# diagnostic: recv-without-size
# dit: recvfrom() prend tout
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom()
    s.sendto(b"Salut mec.", addr)
