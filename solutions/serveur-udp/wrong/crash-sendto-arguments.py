# labo: faux
# échoue: reponse
# diagnostic: crash
# dit: sendto(addr, message) ou sendto(message, addr) ?
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data, addr = s.recvfrom(1024)
    s.sendto(addr, b"Salut mec.")
