# labo: faux
# échoue: bavard
# diagnostic: call-without-parentheses
# dit: start démarre le thread
import socket
import threading


def servir(conn):
    with conn:
        while data := conn.recv(1024):
            conn.sendall(b"Salut mec.")


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    t = threading.Thread(target=servir, args=(conn,))
    t.start
