# labo: faux
# échoue: reponse
# diagnostic: no-reply
# dit: la réponse est préparée, jamais envoyée
import socket


class Serveur:
    def __init__(self):
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.bind(("", 8888))

    def reponse(self, data: bytes) -> bytes:
        return b"Salut mec."

    def boucle(self):
        while True:
            data, addr = self.sock.recvfrom(1024)
            rep = self.reponse(data)


Serveur().boucle()
