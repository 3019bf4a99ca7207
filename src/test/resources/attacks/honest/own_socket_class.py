# holds: a class that extends socket
import socket


class Server(socket.socket):
    def answer(self):
        conn, addr = self.accept()
        print("Connected by", addr)
        for data in iter(lambda: conn.recv(1024), b""):
            print(data)
            conn.sendall(b"Salut mec.")
        conn.close()


server = Server(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen()
server.answer()
