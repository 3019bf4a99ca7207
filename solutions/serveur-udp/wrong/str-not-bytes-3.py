# labo: faux
# échoue: reponse
# diagnostic: str-not-bytes
# dit: concaténer du texte et des octets
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    print("Reçu : " + data)
    s.sendto(b"Salut mec.", addr)
