# labo: juste
# dit: une fonction par métier, des annotations, et un retour à la place du break
import socket
from typing import Tuple

REPONSE: bytes = b"Salut mec."


def ouvrir(port: int) -> socket.socket:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("0.0.0.0", port))
    s.listen(5)
    return s


def servir(conn: socket.socket, addr: Tuple[str, int]) -> None:
    while True:
        try:
            data = conn.recv(4096)
            if not data:
                return
            conn.sendall(REPONSE)
        except ConnectionError as err:
            print(f"{addr[0]} a coupé : {err}")
            return


def main() -> None:
    ecoute = ouvrir(8888)
    while True:
        conn, addr = ecoute.accept()
        servir(conn, addr)
        conn.close()


if __name__ == "__main__":
    main()
