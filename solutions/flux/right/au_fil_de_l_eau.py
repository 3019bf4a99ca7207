# labo: juste
# dit: rien n'est gardé, l'empreinte se calcule morceau par morceau
import hashlib
import socket
import sys


def main(hote: str, port: int) -> None:
    empreinte = hashlib.sha256()
    total = 0
    with socket.create_connection((hote, port)) as sock:
        while morceau := sock.recv(65536):
            empreinte.update(morceau)
            total += len(morceau)
    print(f"{total} octets, sha256 {empreinte.hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
