# labo: faux
# échoue: listen
# diagnostic: udp-instead-of-tcp
# dit: UDP a déjà des bords
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(65535)
    s.sendto(data[:4] + data[4:].upper(), addr)
