# labo: faux
# échoue: recvfrom
# diagnostic: call-without-parentheses
# dit: recvfrom sans parenthèses
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom
    s.sendto(b"Salut mec.", addr)
