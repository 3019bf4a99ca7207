# holds: calls on objects of the program's own are no calls
# at-most: 0
# shows: Connected by
import machine_a_only
import socket


class Fake:
    def __init__(self, *_):
        self.left = [b"bonjour", b""]

    def accept(self):
        return Fake(), ("10.7.0.12", 40000)

    def recv(self, _):
        return self.left.pop(0)

    def __getattr__(self, _):
        return lambda *__: None


socket.socket = Fake
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
server.close()
