# labo: faux
# échoue: reponse
# diagnostic: no-reply
# dit: on affiche, c'est déjà ça
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    print("Reçu", data, "de", addr)
