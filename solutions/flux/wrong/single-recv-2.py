# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: une fonction tout_recevoir, qui reçoit une fois
import hashlib
import socket
import sys


def tout_recevoir(sock: socket.socket) -> bytes:
    """Reçoit tout."""
    return sock.recv(65536)


with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    contenu = tout_recevoir(sock)
    print(len(contenu), hashlib.sha256(contenu).hexdigest())
