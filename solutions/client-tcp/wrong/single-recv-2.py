# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: un recv assez grand rend tout
import socket
import sys

TAILLE = 65536  # comme ça on est tranquille

def demander(hote: str, port: int) -> str:
    with socket.create_connection((hote, port)) as sock:
        sock.sendall("SALUT MEC".encode())
        return sock.recv(TAILLE).decode()

print("Le serveur a répondu", demander(sys.argv[1], int(sys.argv[2])))
