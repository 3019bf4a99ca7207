# labo: faux
# échoue: reponse
# diagnostic: reply-printed-not-sent
# dit: print, c'est répondre
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    print("Salut mec.")
