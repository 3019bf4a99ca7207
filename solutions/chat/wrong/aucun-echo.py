# labo: faux
# échoue: transmise
# diagnostic: aucun
# dit: on répond à celui qui parle
import socket
import threading


def ecouter(conn):
    with conn, conn.makefile("rb") as lignes:
        for ligne in lignes:
            conn.sendall(ligne)


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
