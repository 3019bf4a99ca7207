# labo: juste
# dit: iter jusqu'à b'', une classe, et join
import hashlib
import socket
import sys


class Lecteur:
    def __init__(self, sock):
        self.sock = sock

    def morceaux(self):
        return iter(lambda: self.sock.recv(2048), b"")


sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    sock.connect((sys.argv[1], int(sys.argv[2])))
    octets = b"".join(Lecteur(sock).morceaux())
finally:
    sock.close()
print("Nombre d'octets :", len(octets))
print("SHA-256 :", hashlib.sha256(octets).hexdigest())
