# labo: faux
# échoue: refuse
# diagnostic: crash
# dit: except socket.timeout s'occupe de tout
import socket
import sys


class Client:
    def __init__(self, hote, port):
        self.s = socket.socket()
        self.s.settimeout(3)
        self.s.connect((hote, port))

    def demander(self):
        self.s.sendall(b"SALUT MEC")
        fichier = self.s.makefile("rb")
        ligne = fichier.readline()
        if not ligne.endswith(b"\n"):
            raise socket.timeout("rien reçu")
        return ligne


try:
    print(Client(sys.argv[1], int(sys.argv[2])).demander())
except socket.timeout:
    print("Pas de réponse", file=sys.stderr)
    sys.exit(1)
