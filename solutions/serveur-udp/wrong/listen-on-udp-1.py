# labo: faux
# échoue: recvfrom
# diagnostic: listen-on-udp
# dit: un serveur, ça écoute : listen
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
s.listen(1)
while True:
    data, addr = s.recvfrom(1024)
    print(addr, data)
    s.sendto(b"Salut mec.", addr)
