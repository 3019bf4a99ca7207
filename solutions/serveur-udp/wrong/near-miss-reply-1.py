# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: sans le point
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    s.sendto(b"Salut mec", addr)
