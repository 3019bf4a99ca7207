# labo: faux
# échoue: reponse
# diagnostic: wrong-reply
# dit: un écho
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    s.sendto(data, addr)
