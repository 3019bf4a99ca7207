# labo: faux
# échoue: reponse
# diagnostic: address-not-tuple
# dit: l'adresse et le port, séparés, dans sendto
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    ip, port = addr
    s.sendto(b"Salut mec.", ip, port)
