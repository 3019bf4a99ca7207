# labo: faux
# échoue: recvfrom
# diagnostic: recv-too-small
# dit: dix octets par dix octets, comme en TCP
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(4)
    print(data)
    s.sendto(b"Salut mec.", addr)
