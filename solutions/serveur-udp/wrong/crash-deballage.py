# labo: faux
# échoue: reponse
# diagnostic: crash
# dit: recvfrom ne rend que les octets
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data = s.recvfrom(1024)
    print(data.decode())
    s.sendto(b"Salut mec.", data[1])
