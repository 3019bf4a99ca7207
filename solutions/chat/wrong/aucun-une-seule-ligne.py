# labo: faux
# échoue: tous
# diagnostic: aucun
# dit: chacun parle une fois
import socket
import threading

clients = []


def ecouter(conn):
    try:
        ligne = conn.makefile("rb").readline()
        for autre in list(clients):
            if autre is not conn:
                autre.sendall(ligne)
    except OSError as e:
        print(e)
    while conn.recv(1024):
        print("déjà parlé")
    clients.remove(conn)
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
