# labo: faux
# échoue: deuxieme
# diagnostic: one-client-only
# dit: break sort de la boucle du client, donc return aussi
import socket


class Serveur:
    def __init__(self):
        self.s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.s.bind(("", 8888))
        self.s.listen()

    def tourner(self):
        while True:
            conn, addr = self.s.accept()
            with conn:
                while True:
                    try:
                        data = conn.recv(1024)
                    except OSError:
                        return
                    if not data:
                        return
                    conn.sendall(b"Salut mec.")


serveur = Serveur()
serveur.tourner()
