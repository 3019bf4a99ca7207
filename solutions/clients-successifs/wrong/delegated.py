# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: socketserver sait déjà boucler
import socketserver


class Client(socketserver.BaseRequestHandler):
    def handle(self):
        while data := self.request.recv(1024):
            self.request.sendall(b"Salut mec.")


class Serveur(socketserver.TCPServer):
    allow_reuse_address = True


Serveur(("", 8888), Client).serve_forever()
