# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: le thread tourne tant que le client est là
import socket
import threading


def servir(conn, addr):
    while True:
        try:
            data = conn.recv(1024)
        except OSError:
            break
        if data:
            conn.sendall(b"Salut mec.")


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=servir, args=(conn, addr), daemon=True).start()
