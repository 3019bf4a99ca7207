# labo: faux
# échoue: fermee
# diagnostic: end-of-stream-ignored
# dit: rien reçu, on réessaie
import socket
import sys


class Client:
    def __init__(self, hote: str, port: int) -> None:
        self.s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.s.settimeout(3)
        self.s.connect((hote, port))

    def lire_ligne(self) -> str:
        ligne = ""
        while "\n" not in ligne:
            recu = self.s.recv(1).decode()
            if recu == "":
                continue
            ligne += recu
        return ligne


try:
    client = Client(sys.argv[1], int(sys.argv[2]))
    client.s.sendall(b"SALUT MEC")
    print(client.lire_ligne())
except OSError as erreur:
    sys.exit(str(erreur))
