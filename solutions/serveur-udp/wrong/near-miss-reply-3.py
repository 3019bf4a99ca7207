# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: tout en minuscules
import socket

def repondre(sock, client):
    sock.sendto(b"salut mec.", client)

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.bind(("", 8888))
    while True:
        data, client = sock.recvfrom(1024)
        repondre(sock, client)
