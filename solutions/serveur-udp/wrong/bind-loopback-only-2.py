# labo: faux
# échoue: bind
# diagnostic: bind-loopback-only
# dit: localhost
import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    s.bind(("localhost", 8888))
    while True:
        d, a = s.recvfrom(1024)
        s.sendto(b"Salut mec.", a)
