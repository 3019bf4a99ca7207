# labo: faux
# échoue: socket
# diagnostic: waits-for-keyboard
# dit: le port se demande au clavier
import socket

port = int(input("Port ? "))
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", port))
while True:
    data, addr = s.recvfrom(1024)
    s.sendto(b"Salut mec.", addr)
