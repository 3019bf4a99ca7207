# labo: juste
# dit: un seul fil, et un sélecteur
import selectors
import socket

sel = selectors.DefaultSelector()


def accueillir(ecoute: socket.socket) -> None:
    conn, addr = ecoute.accept()
    conn.setblocking(False)
    sel.register(conn, selectors.EVENT_READ, repondre)


def repondre(conn: socket.socket) -> None:
    try:
        data = conn.recv(1024)
        if data:
            conn.sendall(b"Salut mec.")
            return
    except OSError as e:
        print("client perdu :", e)
    sel.unregister(conn)
    conn.close()


with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind(("", 8888))
    s.listen(100)
    s.setblocking(False)
    sel.register(s, selectors.EVENT_READ, accueillir)
    while True:
        for cle, _ in sel.select():
            cle.data(cle.fileobj)
