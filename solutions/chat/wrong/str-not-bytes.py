# labo: faux
# échoue: transmise
# diagnostic: str-not-bytes
# dit: une ligne de chat est une chaîne
import socket
import threading

clients = []


def ecouter(conn):
    for ligne in conn.makefile():
        for autre in list(clients):
            if autre is not conn:
                autre.sendall(ligne)
    clients.remove(conn)
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
