# labo: faux
# échoue: debout
# diagnostic: one-message-only
# dit: return dans la boucle
import socket


def servir(port: int) -> None:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("", port))
    while True:
        data, addr = sock.recvfrom(1024)
        sock.sendto(b"Salut mec.", addr)
        return


servir(8888)
