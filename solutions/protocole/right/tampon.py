# labo: juste
# dit: un tampon que l'on découpe, et struct
import socket
import struct

TAILLE = struct.Struct("!I")


def messages(conn: socket.socket):
    """Les messages du client, l'un après l'autre."""
    tampon = bytearray()
    while morceau := conn.recv(4096):
        tampon += morceau
        while len(tampon) >= TAILLE.size:
            (n,) = TAILLE.unpack_from(tampon)
            if len(tampon) < TAILLE.size + n:
                break
            yield bytes(tampon[TAILLE.size : TAILLE.size + n])
            del tampon[: TAILLE.size + n]


def main() -> None:
    with socket.create_server(("", 8888)) as serveur:
        while True:
            conn, adresse = serveur.accept()
            with conn:
                for message in messages(conn):
                    conn.sendall(TAILLE.pack(len(message)) + message.upper())


if __name__ == "__main__":
    main()
