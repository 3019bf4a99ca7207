# labo: faux
# échoue: reponse
# diagnostic: str-not-bytes
# dit: une f-string
import socket

QUI = "mec"


def main() -> None:
    sock: socket.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("", 8888))
    while True:
        data, addr = sock.recvfrom(1024)
        texte: str = f"Salut {QUI}."
        sock.sendto(texte, addr)


main()
