# labo: faux
# échoue: coupures
# diagnostic: single-recv
# dit: une fonction lire(n), qui fait un recv
import socket
import struct


def lire(conn: socket.socket, n: int) -> bytes:
    """Lit n octets."""
    return conn.recv(n)


def main() -> None:
    serveur = socket.create_server(("", 8888))
    conn, _ = serveur.accept()
    with conn:
        while True:
            tete = lire(conn, 4)
            if tete == b"":
                break
            taille = int.from_bytes(tete, "big")
            corps = lire(conn, taille) if taille else b""
            conn.sendall(struct.pack(">I", len(corps)) + corps.upper())


main()
