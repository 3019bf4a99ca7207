# labo: faux
# échoue: bavard
# diagnostic: aucun
# dit: une variable globale, pour que tous les threads la voient
import socket
import threading

conn = None


def servir():
    while True:
        try:
            data = conn.recv(1024)
        except OSError as e:
            print(e)
            break
        if not data:
            break
        conn.sendall(b"Salut mec.")
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    threading.Thread(target=servir, daemon=True).start()
