# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: ThreadingTCPServer, c'est fait pour
import socketserver


class Gestionnaire(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while self.request.recv(1024):
                self.request.sendall(b"Salut mec.")
        except OSError as e:
            print(e)


with socketserver.ThreadingTCPServer(("", 8888), Gestionnaire) as serveur:
    serveur.serve_forever()
