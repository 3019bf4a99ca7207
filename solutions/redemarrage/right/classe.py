# labo: juste
# dit: une classe, et l'option donnée comme True
import socket
import threading


class Serveur:
    def __init__(self, hote: str = "0.0.0.0", port: int = 8888) -> None:
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
        self.sock.bind((hote, port))

    def lancer(self) -> None:
        self.sock.listen(5)
        while True:
            conn, addr = self.sock.accept()
            threading.Thread(target=self.servir, args=(conn,), daemon=True).start()

    @staticmethod
    def servir(conn: socket.socket) -> None:
        with conn:
            try:
                while data := conn.recv(1024):
                    print(data)
                    conn.sendall(b"Salut mec.")
            except OSError as err:
                print("perdu :", err)


Serveur().lancer()
