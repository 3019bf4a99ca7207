# labo: juste
# dit: un thread par client fait aussi l'affaire
import socket
import threading


def servir(conn, addr):
    with conn:
        try:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(b"Salut mec.")
        except OSError:
            print("perdu :", addr)


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=servir, args=(conn, addr), daemon=True).start()
