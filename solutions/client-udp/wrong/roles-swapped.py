# labo: faux
# échoue: envoi
# diagnostic: roles-swapped
# bac: docker - sur la boucle locale, le port est déjà celui du serveur
# dit: un client, ça écoute aussi
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[2])))
while True:
    data, addr = s.recvfrom(1024)
    print(data)
    s.sendto(b"Salut mec.", addr)
