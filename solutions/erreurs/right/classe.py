# labo: juste
# dit: une classe avec son contexte, et select pour le délai
import select
import socket
import sys


class Client:
    def __init__(self, hote, port):
        self.adresse = (hote, port)
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def __enter__(self):
        self.sock.settimeout(3)
        self.sock.connect(self.adresse)
        self.sock.settimeout(None)
        return self

    def __exit__(self, *_):
        self.sock.close()

    def ligne(self):
        self.sock.sendall(b"SALUT MEC")
        tampon = bytearray()
        while b"\n" not in tampon:
            prets, _, _ = select.select([self.sock], [], [], 3)
            if not prets:
                raise TimeoutError("aucune réponse en 3 secondes")
            data = self.sock.recv(64)
            if not data:
                raise EOFError("connexion fermée trop tôt")
            tampon += data
        return bytes(tampon)


try:
    with Client(sys.argv[1], int(sys.argv[2])) as client:
        print(client.ligne())
except (OSError, EOFError) as erreur:
    print(f"Erreur ({type(erreur).__name__}) : {erreur}", file=sys.stderr)
    sys.exit(1)
