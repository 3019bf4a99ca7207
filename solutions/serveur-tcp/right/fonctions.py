# labo: juste
# dit: tout dans des fonctions, avec des annotations de types
"""TP réseau : serveur TCP."""
import socket
from typing import Tuple

PORT: int = 8888
REPONSE: str = "Salut mec."


def creer_serveur(port: int) -> socket.socket:
    """Crée le socket d'écoute."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.bind(("", port))
    sock.listen(5)
    return sock


def afficher(data: bytes) -> None:
    # errors="replace" : si c'est pas de l'utf-8 on plante pas
    print("Message du client :", data.decode("utf-8", errors="replace"))


def discuter(conn: socket.socket, addr: Tuple[str, int]) -> None:
    print(f"Connexion de {addr[0]}:{addr[1]}")
    data = conn.recv(1024)
    while data != b"":
        afficher(data)
        conn.sendall(REPONSE.encode("utf-8"))
        data = conn.recv(1024)


def main() -> None:
    serveur = creer_serveur(PORT)
    try:
        conn, addr = serveur.accept()
        try:
            discuter(conn, addr)
        finally:
            conn.close()
    finally:
        serveur.close()


if __name__ == "__main__":
    main()
