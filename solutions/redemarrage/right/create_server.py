# labo: juste
# dit: create_server règle déjà l'option
import socket

with socket.create_server(("", 8888)) as s:
    while True:
        conn, _ = s.accept()
        with conn:
            try:
                while conn.recv(1024):
                    conn.sendall(b"Salut mec.")
            except ConnectionError as e:
                print("coupé :", e)
