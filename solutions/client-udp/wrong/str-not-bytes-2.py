# labo: faux
# échoue: envoi
# diagnostic: str-not-bytes
# dit: la question vient d'une constante
import socket
import sys

QUESTION: str = "SALUT MEC"


class Client:
    def __init__(self, host: str, port: int) -> None:
        self.dest = (host, port)
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.settimeout(1)

    def run(self) -> bytes:
        self.sock.sendto(QUESTION, self.dest)
        return self.sock.recvfrom(1024)[0]


print(Client(sys.argv[1], int(sys.argv[2])).run())
