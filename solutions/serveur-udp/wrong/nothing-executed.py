# labo: faux
# échoue: socket
# diagnostic: nothing-executed
# dit: main existe, personne ne l'appelle
import socket


def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("", 8888))
    while True:
        data, addr = s.recvfrom(1024)
        s.sendto(b"Salut mec.", addr)
