# labo: faux
# échoue: chacun-sa-reponse
# diagnostic: udp-reply-to-constant
# dit: le premier client est le bon, on garde son adresse
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))

data, client = s.recvfrom(1024)
while True:
    print(data)
    s.sendto(b"Salut mec.", client)
    data, _ = s.recvfrom(1024)
