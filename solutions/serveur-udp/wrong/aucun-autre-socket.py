# labo: faux
# échoue: meme-port
# diagnostic: aucun
# dit: un socket pour recevoir, un autre pour répondre
import socket

entree = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
entree.bind(("", 8888))
sortie = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    data, addr = entree.recvfrom(1024)
    sortie.sendto(b"Salut mec.", addr)
