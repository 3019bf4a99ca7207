# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: la fin du thread ferme sa connexion
import socket
import threading

connexions = []


def servir(conn):
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(b"Salut mec.")
    except OSError:
        pass


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    connexions.append((conn, addr))
    threading.Thread(target=servir, args=(conn,), daemon=True).start()
