# labo: juste
# dit: makefile découpe les lignes, et un ensemble de clients
import socket
import threading


class Salon:
    def __init__(self, port: int) -> None:
        self.ecoute = socket.create_server(("", port))
        self.presents: set[socket.socket] = set()

    def ouvrir(self) -> None:
        while True:
            conn, _ = self.ecoute.accept()
            self.presents.add(conn)
            threading.Thread(target=self.suivre, args=(conn,), daemon=True).start()

    def suivre(self, conn: socket.socket) -> None:
        try:
            with conn.makefile("rb") as lignes:
                for ligne in lignes:
                    if ligne.endswith(b"\n"):
                        self.dire(ligne, conn)
        except OSError:
            print("un client a coupé")
        finally:
            self.presents.discard(conn)
            conn.close()

    def dire(self, ligne: bytes, auteur: socket.socket) -> None:
        for conn in self.presents - {auteur}:
            try:
                conn.sendall(ligne)
            except OSError:
                self.presents.discard(conn)


Salon(8888).ouvrir()
