# holds: an import by a function is seen like one by a statement
# at-most: 19
# loses: appels
import machine_a_only

socketserver = __import__("socketserver")


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
