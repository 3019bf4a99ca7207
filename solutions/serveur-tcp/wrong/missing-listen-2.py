# labo: faux
# échoue: listen
# diagnostic: missing-listen
# dit: accept écoute tout seul, listen c'est pour quand il y a plusieurs clients
import socket

class ServeurTCP:
    def __init__(self, port):
        self.port = port
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def demarrer(self):
        self.sock.bind(("", self.port))
        print("Serveur démarré")
        # un seul client donc pas besoin de listen
        conn, addr = self.sock.accept()
        print("client", addr)
        self.traiter(conn)

    def traiter(self, conn):
        while True:
            data = conn.recv(1024)
            if not data:
                break
            print(data)
            conn.sendall(b"Salut mec.")
        conn.close()

serveur = ServeurTCP(8888)
serveur.demarrer()
