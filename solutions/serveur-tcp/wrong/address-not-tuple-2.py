# labo: faux
# échoue: bind
# diagnostic: address-not-tuple
# dit: une adresse s'écrit ip:port, comme dans un navigateur
import socket

class Serveur:
    def __init__(self, adresse):
        self.s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.s.bind(adresse)
        self.s.listen(1)

    def servir(self):
        conn, addr = self.s.accept()
        print("Connected by", addr)
        while True:
            data = conn.recv(1024)
            if not data:
                break
            print(data)
            conn.sendall(b"Salut mec.")
        conn.close()

Serveur("0.0.0.0:8888").servir()
