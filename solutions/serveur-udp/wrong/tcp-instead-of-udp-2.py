# labo: faux
# échoue: socket
# diagnostic: tcp-instead-of-udp
# dit: socket.socket() sans rien, c'est de l'UDP puisque j'appelle recvfrom
import socket

sock = socket.socket()
sock.bind(("", 8888))
while True:
    data, addr = sock.recvfrom(1024)
    sock.sendto(b"Salut mec.", addr)
