# labo: faux
# échoue: octets
# diagnostic: split-utf8
# dit: str(data, 'utf-8') n'échoue jamais
import socket


def afficher(data: bytes, addr) -> None:
    print(addr, str(data, "utf-8"))


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    s.bind(("", 8888))
    while True:
        data, addr = s.recvfrom(1024)
        afficher(data, addr)
        s.sendto(b"Salut mec.", addr)
