# labo: juste
# dit: une classe, un délai qui double, et une exception à soi
import socket
import sys


class PasDeReponse(Exception):
    pass


class ClientUdp:
    def __init__(self, hote, port, essais=3):
        self.serveur = (hote, port)
        self.essais = essais
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.sock.close()

    def demander(self, question: bytes) -> bytes:
        delai = 0.35
        for _ in range(self.essais):
            self.sock.settimeout(delai)
            self.sock.sendto(question, self.serveur)
            try:
                return self.sock.recvfrom(1024)[0]
            except socket.timeout:
                delai *= 2
        raise PasDeReponse


try:
    with ClientUdp(sys.argv[1], int(sys.argv[2])) as client:
        print(client.demander(b"SALUT MEC"))
except PasDeReponse:
    print("Le serveur reste muet, tant pis.")
    sys.exit(1)
