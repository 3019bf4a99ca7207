# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: shutdown avant close libère le port
import socket


class Serveur:
    def __init__(self):
        self.s = socket.socket()
        self.s.bind(("", 8888))
        self.s.listen()

    def servir(self):
        conn, addr = self.s.accept()
        try:
            data = conn.recv(1024)
            if data:
                conn.sendall(b"Salut mec.")
            conn.shutdown(socket.SHUT_RDWR)
        except OSError as e:
            print(e)
        conn.close()


serveur = Serveur()
while True:
    serveur.servir()
