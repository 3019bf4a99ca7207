# labo: faux
# échoue: lent
# diagnostic: partial-send-ignored
# bac: docker — sur la boucle locale, les tampons du système avalent tout
# dit: send envoie, comme son nom l'indique
import selectors
import socket

sel = selectors.DefaultSelector()
clients = {}
s = socket.create_server(("", 8888))
sel.register(s, selectors.EVENT_READ)


def lire(sock):
    try:
        data = sock.recv(65536)
    except OSError:
        data = b""
    if not data:
        sel.unregister(sock)
        del clients[sock]
        sock.close()
        return
    clients[sock] += data
    complet, fin, clients[sock] = clients[sock].rpartition(b"\n")
    if fin:
        for autre in clients:
            if autre is not sock:
                try:
                    autre.send(complet + fin)
                except BlockingIOError:
                    pass


while True:
    for cle, _ in sel.select():
        if cle.fileobj is s:
            conn, addr = s.accept()
            conn.setblocking(False)
            clients[conn] = b""
            sel.register(conn, selectors.EVENT_READ)
        else:
            lire(cle.fileobj)
