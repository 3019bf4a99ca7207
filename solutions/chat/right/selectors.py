# labo: juste
# dit: tout non bloquant, avec ce qui reste à envoyer à chacun
import selectors
import socket

sel = selectors.DefaultSelector()


class Client:
    def __init__(self, sock):
        self.sock = sock
        self.recu = bytearray()
        self.a_envoyer = bytearray()

    def surveiller(self):
        evenements = selectors.EVENT_READ
        if self.a_envoyer:
            evenements |= selectors.EVENT_WRITE
        sel.modify(self.sock, evenements, self)


clients = {}


def accueillir(ecoute):
    conn, _ = ecoute.accept()
    conn.setblocking(False)
    clients[conn] = Client(conn)
    sel.register(conn, selectors.EVENT_READ, clients[conn])


def partir(client):
    sel.unregister(client.sock)
    del clients[client.sock]
    client.sock.close()


def lire(client):
    data = client.sock.recv(1024)
    if not data:
        return partir(client)
    client.recu += data
    while (fin := client.recu.find(b"\n")) >= 0:
        ligne = bytes(client.recu[: fin + 1])
        del client.recu[: fin + 1]
        for autre in clients.values():
            if autre is not client:
                autre.a_envoyer += ligne
                autre.surveiller()


def ecrire(client):
    pris = client.sock.send(client.a_envoyer)
    del client.a_envoyer[:pris]
    client.surveiller()


with socket.create_server(("", 8888)) as s:
    s.setblocking(False)
    sel.register(s, selectors.EVENT_READ, None)
    while True:
        for cle, masque in sel.select():
            if cle.data is None:
                accueillir(s)
                continue
            try:
                if masque & selectors.EVENT_WRITE:
                    ecrire(cle.data)
                if masque & selectors.EVENT_READ:
                    lire(cle.data)
            except OSError:
                partir(cle.data)
