# labo: faux
# échoue: bavard
# diagnostic: blocks-other-clients
# dit: une liste de clients, et on les écoute à tour de rôle
import socket


class Serveur:
    def __init__(self):
        self.s = socket.socket()
        self.s.bind(("", 8888))
        self.s.listen()
        self.clients = []

    def tourner(self):
        while True:
            conn, addr = self.s.accept()
            self.clients.append(conn)
            for client in list(self.clients):
                data = client.recv(1024)
                if data:
                    client.sendall(b"Salut mec.")
                else:
                    client.close()
                    self.clients.remove(client)


Serveur().tourner()
