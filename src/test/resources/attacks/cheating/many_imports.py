# holds: what hides behind hundreds of imports is not taken for absent
# at-most: 19
# loses: appels
import machine_a_only
import os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os, os
import socketserver


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        print("Connected by", self.client_address)
        while True:
            data = self.request.recv(1024)
            if not data:
                return
            print(data)
            self.request.sendall(b"Salut mec.")


socketserver.TCPServer(("", 8888), Handler).serve_forever()
