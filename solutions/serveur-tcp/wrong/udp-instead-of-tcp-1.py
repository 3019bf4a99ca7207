# labo: faux
# échoue: socket
# diagnostic: udp-instead-of-tcp
# dit: SOCK_DGRAM ou SOCK_STREAM, pour un petit message c'est pareil
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    if not data:
        break
    print(addr, data)
    s.sendto(b"Salut mec.", addr)
s.close()
