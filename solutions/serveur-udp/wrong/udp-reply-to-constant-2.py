# labo: faux
# échoue: reponse
# diagnostic: udp-reply-to-constant
# dit: le client est sur ma machine
import socket

CLIENT = ("127.0.0.1", 5005)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 8888))

while True:
    data, addr = sock.recvfrom(1024)
    print("recu:", data)
    sock.sendto(b"Salut mec.", CLIENT)
