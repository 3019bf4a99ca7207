# labo: juste
# dit: une classe, et des exceptions traitées à deux endroits
import socket


class Serveur:
    def __init__(self, port):
        self.port = port
        self.sock = socket.socket()
        self.sock.bind(("", self.port))
        self.sock.listen(10)
        self.clients_servis = 0

    def demarrer(self):
        while True:
            client, adresse = self.sock.accept()
            self.clients_servis += 1
            print(f"client n°{self.clients_servis} : {adresse}")
            self.discuter(client)

    def discuter(self, client):
        try:
            recu = client.recv(1024)
            while recu != b"":
                client.sendall("Salut mec.".encode())
                recu = client.recv(1024)
        except Exception as e:
            print("erreur avec ce client :", type(e).__name__, e)
        try:
            client.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        client.close()


Serveur(8888).demarrer()
