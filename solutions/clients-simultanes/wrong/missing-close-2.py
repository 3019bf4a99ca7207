# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: retirer le socket du sélecteur, c'est le fermer
import selectors
import socket

sel = selectors.DefaultSelector()
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
sel.register(s, selectors.EVENT_READ)
partis = set()
while True:
    for cle, _ in sel.select():
        if cle.fileobj is s:
            conn, addr = s.accept()
            sel.register(conn, selectors.EVENT_READ)
        else:
            conn = cle.fileobj
            try:
                data = conn.recv(1024)
            except OSError:
                data = b""
            if data:
                conn.sendall(b"Salut mec.")
            else:
                sel.unregister(conn)
                partis.add(conn)
