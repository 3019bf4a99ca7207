# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: socketserver.UDPServer fait tout
import socketserver


class Gestionnaire(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(b"Salut mec.", self.client_address)


with socketserver.UDPServer(("", 8888), Gestionnaire) as serveur:
    serveur.serve_forever()
