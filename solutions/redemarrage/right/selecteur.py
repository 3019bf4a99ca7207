# labo: juste
# dit: un sélecteur, et l'option lue après coup
import selectors
import socket
import sys

sel = selectors.DefaultSelector()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
if not s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR):
    sys.exit("option refusée")
s.bind(("", 8888))
s.listen()
sel.register(s, selectors.EVENT_READ)
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
                conn.close()
