# labo: faux
# échoue: connect
# diagnostic: connect-missing
# dit: on envoie d'abord, la connexion se fait pour la réponse
import socket
import sys

class Client:
    def __init__(self, hote, port):
        self.adresse = (hote, port)
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def connecter(self):
        self.sock.connect(self.adresse)

    def demander(self, message):
        self.sock.sendall(message)
        return self.sock.recv(1024)

client = Client(sys.argv[1], int(sys.argv[2]))
print(client.demander(b"SALUT MEC"))
