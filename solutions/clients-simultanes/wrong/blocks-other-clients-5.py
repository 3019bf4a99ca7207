# labo: faux
# échoue: bavard
# diagnostic: blocks-other-clients
# dit: run lance le thread, comme start
import socket
import threading


class Client(threading.Thread):
    def __init__(self, conn):
        super().__init__()
        self.conn = conn

    def run(self):
        while True:
            data = self.conn.recv(1024)
            if data == b"":
                break
            self.conn.sendall(b"Salut mec.")
        self.conn.close()


serveur = socket.create_server(("", 8888))
while True:
    conn, addr = serveur.accept()
    Client(conn).run()
