# labo: faux
# échoue: bavard
# diagnostic: crash
# dit: args=(conn) est un tuple
import socket
import threading


def servir(conn):
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut mec.")
    conn.close()


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)
while True:
    conn, addr = s.accept()
    threading.Thread(target=servir, args=(conn)).start()
