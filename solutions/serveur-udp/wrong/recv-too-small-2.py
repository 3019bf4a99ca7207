# labo: faux
# échoue: entiers
# diagnostic: recv-too-small
# dit: 100 octets, ça suffit pour un bonjour
import socket

TAILLE = 100

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 8888))
while True:
    data, addr = sock.recvfrom(TAILLE)
    print(addr, data)
    sock.sendto(b"Salut mec.", addr)
