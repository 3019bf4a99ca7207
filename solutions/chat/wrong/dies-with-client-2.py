# labo: faux
# échoue: coupure
# diagnostic: dies-with-client
# dit: un try autour de la boucle, et le serveur s'arrête proprement
import selectors
import socket

sel = selectors.DefaultSelector()
clients = {}


def lire(sock):
    data = sock.recv(1024)
    if not data:
        sel.unregister(sock)
        del clients[sock]
        sock.close()
        return
    clients[sock] += data
    *lignes, clients[sock] = clients[sock].split(b"\n")
    for ligne in lignes:
        for autre in clients:
            if autre != sock:
                autre.sendall(ligne + b"\n")


s = socket.create_server(("", 8888))
sel.register(s, selectors.EVENT_READ)
try:
    while True:
        for cle, _ in sel.select():
            if cle.fileobj is s:
                conn, addr = s.accept()
                clients[conn] = b""
                sel.register(conn, selectors.EVENT_READ)
            else:
                lire(cle.fileobj)
except OSError as e:
    print("Erreur :", e)
