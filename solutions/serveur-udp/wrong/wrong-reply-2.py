# labo: faux
# échoue: reponse
# diagnostic: wrong-reply
# dit: un accusé de réception d'abord
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    s.sendto(b"OK", addr)
    s.sendto(b"Salut mec.", addr)
