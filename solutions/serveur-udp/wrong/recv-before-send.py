# labo: faux
# échoue: reponse
# diagnostic: recv-before-send
# dit: deux recvfrom par tour : les octets, puis l'adresse
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data = s.recvfrom(1024)[0]
    addr = s.recvfrom(1024)[1]
    print(data)
    s.sendto(b"Salut mec.", addr)
