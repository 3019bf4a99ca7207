# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: socketserver a une option pour ça
import socketserver


class Gestionnaire(socketserver.StreamRequestHandler):
    def handle(self):
        while self.request.recv(1024):
            self.request.sendall(b"Salut mec.")


socketserver.TCPServer.allow_reuse_address = True
socketserver.TCPServer(("", 8888), Gestionnaire).serve_forever()
