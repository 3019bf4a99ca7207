# labo: juste
# dit: une classe annotée, et Ctrl-C pour finir
from __future__ import annotations

import socket


class ServeurUdp:
    """Répond la même chose à tout le monde, sans se lasser."""

    REPONSE = b"Salut mec."

    def __init__(self, port: int = 8888) -> None:
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sock.bind(("", port))

    def traiter(self, donnees: bytes, adresse: tuple[str, int]) -> None:
        print(f"{len(donnees)} octets de {adresse}")
        self.sock.sendto(self.REPONSE, adresse)

    def servir(self) -> None:
        try:
            while True:
                donnees, adresse = self.sock.recvfrom(2048)
                self.traiter(donnees, adresse)
        except KeyboardInterrupt:
            print("Au revoir.")
        finally:
            self.sock.close()


if __name__ == "__main__":
    ServeurUdp().servir()
