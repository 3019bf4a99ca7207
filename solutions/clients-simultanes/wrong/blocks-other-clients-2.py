# labo: faux
# échoue: bavard
# diagnostic: blocks-other-clients
# dit: target=servir(conn) lance un thread
import socket
import threading


def servir(conn):
    with conn:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(b"Salut mec.")


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    t = threading.Thread(target=servir(conn))
    t.start()
