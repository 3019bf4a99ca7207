# labo: faux
# échoue: bind
# diagnostic: wrong-port
# dit: port 0 : le système choisira bien
import socket

HOST, PORT = "", 0


def serve(sock: socket.socket) -> None:
    while True:
        data, addr = sock.recvfrom(1024)
        sock.sendto(b"Salut mec.", addr)


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.bind((HOST, PORT))
    serve(sock)
