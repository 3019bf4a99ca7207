# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: socketserver gère les threads
import socketserver

clients = []


class Membre(socketserver.StreamRequestHandler):
    def handle(self):
        clients.append(self.request)
        try:
            for ligne in self.rfile:
                for autre in list(clients):
                    if autre is not self.request:
                        autre.sendall(ligne)
        except OSError as e:
            print(e)
        clients.remove(self.request)


socketserver.ThreadingTCPServer(("", 8888), Membre).serve_forever()
