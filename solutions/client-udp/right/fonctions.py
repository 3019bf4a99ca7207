# labo: juste
# dit: des fonctions annotées, et None quand rien ne vient
from __future__ import annotations

import socket
import sys
from typing import Optional

ESSAIS = 3
PATIENCE = 0.6


def demander(sock: socket.socket, serveur: tuple[str, int]) -> Optional[bytes]:
    """La réponse, ou None si rien n'est venu à temps."""
    sock.sendto("bonjour".encode(), serveur)
    try:
        reponse, _ = sock.recvfrom(65535)
        return reponse
    except TimeoutError:
        return None


def main(args: list[str]) -> int:
    serveur = (args[1], int(args[2]))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(PATIENCE)
        for _ in range(ESSAIS):
            reponse = demander(sock, serveur)
            if reponse is not None:
                print(reponse.decode())
                return 0
    print("Aucune réponse de", serveur, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
