# holds: an import through importlib is seen like one by a statement
# at-most: 19
# loses: appels
import machine_a_only
import importlib

library = importlib.import_module("".join(["socket", "server"]))


class Handler(library.BaseRequestHandler):
    def handle(self):
        print("Connected by", self.client_address)
        while True:
            data = self.request.recv(1024)
            if not data:
                return
            print(data)
            self.request.sendall(b"Salut mec.")


library.TCPServer(("", 8888), Handler).serve_forever()
