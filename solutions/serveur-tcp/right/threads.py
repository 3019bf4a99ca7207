# labo: juste
# dit: une classe, et un thread par client
import socket
import threading


class Client(threading.Thread):
    """Un client connecté, dans son propre thread."""

    def __init__(self, conn, addr):
        super().__init__(daemon=True)
        self.conn = conn
        self.addr = addr

    def run(self):
        print("+", self.addr)
        try:
            while True:
                data = self.conn.recv(1024)
                if not data:
                    break
                print(self.addr[0], ">", data)
                self.conn.sendall(b"Salut mec.")
        except OSError as err:
            print("souci avec", self.addr, err)
        finally:
            self.conn.close()


class Serveur:
    def __init__(self, port=8888):
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.sock.bind(("", port))
        self.sock.listen(10)

    def lancer(self):
        while True:
            conn, addr = self.sock.accept()
            Client(conn, addr).start()


Serveur().lancer()
