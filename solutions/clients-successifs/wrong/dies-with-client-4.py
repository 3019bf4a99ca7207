# labo: faux
# échoue: apres-coupure
# diagnostic: dies-with-client
# dit: BrokenPipeError, c'est l'erreur quand l'autre coupe
import socket


class Serveur:
    def __init__(self, port=8888):
        self.ecoute = socket.socket()
        self.ecoute.bind(("", port))
        self.ecoute.listen()

    def servir(self, conn):
        try:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(b"Salut mec.")
        except BrokenPipeError:
            print("client parti")
        conn.close()

    def boucle(self):
        while True:
            conn, addr = self.ecoute.accept()
            self.servir(conn)


Serveur().boucle()
