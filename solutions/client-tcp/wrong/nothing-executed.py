# labo: faux
# échoue: socket
# diagnostic: nothing-executed
# dit: une classe se lance toute seule
import socket
import sys


class Client:
    def __init__(self):
        self.s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def lancer(self):
        self.s.connect((sys.argv[1], int(sys.argv[2])))
        self.s.sendall(b"SALUT MEC")
        data = b""
        while True:
            d = self.s.recv(1024)
            if not d:
                break
            data += d
        self.s.close()
        print("Le serveur a répondu", data)
