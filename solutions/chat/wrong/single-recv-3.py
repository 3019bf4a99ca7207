# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: recv(65536) prend toujours tout
import socket
import threading


class Salon:
    def __init__(self):
        self.membres = {}

    def entrer(self, conn, addr):
        self.membres[addr] = conn
        threading.Thread(target=self.ecouter, args=(conn, addr), daemon=True).start()

    def ecouter(self, conn, addr):
        while True:
            try:
                message = conn.recv(65536)
            except OSError:
                break
            if not message:
                break
            self.diffuser(message, addr)
        del self.membres[addr]
        conn.close()

    def diffuser(self, message, auteur):
        for addr, conn in list(self.membres.items()):
            if addr != auteur:
                try:
                    conn.sendall(message)
                except OSError as e:
                    print(addr, e)


salon = Salon()
with socket.create_server(("", 8888)) as s:
    while True:
        salon.entrer(*s.accept())
