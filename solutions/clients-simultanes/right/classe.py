# labo: juste
# dit: une classe qui hérite de Thread
import socket
import threading


class Client(threading.Thread):
    """Un client, et le fil qui s'occupe de lui."""

    compteur = 0

    def __init__(self, sock, adresse):
        threading.Thread.__init__(self)
        self.daemon = True
        self.sock = sock
        self.adresse = adresse
        Client.compteur += 1
        self.numero = Client.compteur

    def run(self):
        with self.sock:
            while True:
                try:
                    recu = self.sock.recv(2048)
                except ConnectionError:
                    print(f"[{self.numero}] coupé")
                    return
                if len(recu) == 0:
                    print(f"[{self.numero}] fini")
                    return
                try:
                    self.sock.sendall(b"Salut mec.")
                except ConnectionError:
                    return


def main():
    ecoute = socket.create_server(("", 8888))
    while True:
        Client(*ecoute.accept()).start()


if __name__ == "__main__":
    main()
