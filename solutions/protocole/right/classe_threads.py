# labo: juste
# dit: une classe, un fil par client, une exception pour la fin
import socket
import threading


class Fini(Exception):
    """Le client a raccroché."""


class Conversation(threading.Thread):
    def __init__(self, conn):
        super().__init__(daemon=True)
        self.conn = conn

    def lire(self, n):
        morceaux = []
        while n > 0:
            m = self.conn.recv(min(n, 8192))
            if not m:
                raise Fini
            morceaux.append(m)
            n -= len(m)
        return b"".join(morceaux)

    def run(self):
        try:
            while True:
                n = int.from_bytes(self.lire(4), byteorder="big")
                texte = self.lire(n).decode("ascii").upper().encode("ascii")
                self.conn.sendall(len(texte).to_bytes(4, byteorder="big"))
                self.conn.sendall(texte)
        except Fini:
            pass
        finally:
            self.conn.close()


serveur = socket.socket()
serveur.bind(("", 8888))
serveur.listen(5)
while True:
    client, _ = serveur.accept()
    Conversation(client).start()
