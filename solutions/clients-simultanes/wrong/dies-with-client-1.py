# labo: faux
# échoue: apres-coupure
# diagnostic: dies-with-client
# dit: le sélecteur s'occupe des erreurs
import selectors
import socket

sel = selectors.DefaultSelector()
s = socket.create_server(("", 8888))
sel.register(s, selectors.EVENT_READ)
while True:
    for cle, _ in sel.select():
        sock = cle.fileobj
        if sock is s:
            conn, addr = s.accept()
            sel.register(conn, selectors.EVENT_READ)
            continue
        data = sock.recv(1024)
        if data:
            sock.sendall(b"Salut mec.")
        else:
            sel.unregister(sock)
            sock.close()
