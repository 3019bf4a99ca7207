# labo: faux
# échoue: bavard
# diagnostic: one-message-only
# dit: un thread par message
import socket
import threading


def repondre(conn):
    with conn:
        data = conn.recv(1024)
        if data:
            conn.sendall(b"Salut mec.")


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    threading.Thread(target=repondre, args=(conn,)).start()
