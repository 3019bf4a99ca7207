# labo: juste
# dit: with ferme tout seul, et l’affectation tient dans le while
import socket

with socket.create_server(("", 8888)) as serveur:
    while True:
        conn, (hote, port) = serveur.accept()
        with conn:
            try:
                while data := conn.recv(1024):
                    print(hote, port, repr(data))
                    conn.sendall(b"Salut mec.")
            except (ConnectionResetError, BrokenPipeError):
                print(hote, "est parti sans dire au revoir")
