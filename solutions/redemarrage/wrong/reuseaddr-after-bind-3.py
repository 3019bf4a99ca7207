# labo: faux
# échoue: relance
# diagnostic: reuseaddr-after-bind
# dit: l'option sert à la fermeture, donc à la fin
import signal
import socket
import sys


class Serveur:
    def __init__(self):
        self.s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.s.bind(("", 8888))
        self.s.listen()
        signal.signal(signal.SIGTERM, self.arreter)

    def arreter(self, numero, cadre):
        self.s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.s.close()
        sys.exit(0)

    def lancer(self):
        while True:
            conn, addr = self.s.accept()
            try:
                while conn.recv(1024):
                    conn.sendall(b"Salut mec.")
            except OSError as e:
                print(e)
            conn.close()


Serveur().lancer()
