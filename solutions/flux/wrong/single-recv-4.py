# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: deux recv, au cas où
import hashlib
import socket
import sys


class Client:
    def __init__(self, host, port):
        self.s = socket.socket()
        self.s.connect((host, port))

    def lire(self):
        a = self.s.recv(4096)
        b = self.s.recv(4096)
        self.s.close()
        return a + b


d = Client(sys.argv[1], int(sys.argv[2])).lire()
print(len(d))
print(hashlib.sha256(d).hexdigest())
