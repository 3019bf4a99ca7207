# labo: faux
# échoue: octets
# diagnostic: split-utf8
# dit: tout ce qui arrive est du texte
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    print("Message :", data.decode())
    s.sendto(b"Salut mec.", addr)
