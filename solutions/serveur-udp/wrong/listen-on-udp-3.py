# labo: faux
# échoue: recvfrom
# diagnostic: listen-on-udp
# dit: une classe, et listen dans le constructeur
import socket


class Serveur:
    def __init__(self, port: int):
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.bind(("", port))
        self.sock.listen()

    def run(self):
        while True:
            data, client = self.sock.recvfrom(1024)
            self.sock.sendto(b"Salut mec.", client)


Serveur(8888).run()
