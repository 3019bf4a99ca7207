# labo: faux
# échoue: nouvel-essai
# diagnostic: no-timeout
# dit: except TimeoutError suffit, sans délai
import socket
import sys


class Client:
    def __init__(self, hote, port):
        self.adresse = (hote, port)
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def demander(self):
        while True:
            self.sock.sendto(b"SALUT MEC", self.adresse)
            try:
                return self.sock.recvfrom(1024)[0]
            except socket.timeout:
                print("on recommence")


print(Client(sys.argv[1], int(sys.argv[2])).demander())
