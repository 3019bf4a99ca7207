# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: socketserver fait le serveur à ma place
import socketserver


class Gestionnaire(socketserver.BaseRequestHandler):
    def handle(self):
        print("Connected by", self.client_address)
        while True:
            data = self.request.recv(1024)
            if not data:
                break
            print(data)
            self.request.sendall(b"Salut mec.")


with socketserver.TCPServer(("", 8888), Gestionnaire) as serveur:
    serveur.serve_forever()
