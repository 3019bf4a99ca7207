# labo: faux
# échoue: reponse
# diagnostic: udp-reply-to-constant
# dit: la réponse va au port 8888 du client, comme la question
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    ip = addr[0]
    s.sendto(b"Salut mec.", (ip, 8888))
