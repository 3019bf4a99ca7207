# labo: faux
# échoue: retour
# diagnostic: wrong-reply
# dit: on accueille les gens, c'est la moindre des choses
import socket
import threading

clients = {}


def ecouter(conn, nom):
    conn.sendall(b"Bienvenue !\n")
    with conn.makefile("rb") as lignes:
        for ligne in lignes:
            for autre in list(clients):
                if autre is not conn:
                    autre.sendall(nom + b" : " + ligne)
    del clients[conn]
    conn.close()


s = socket.create_server(("", 8888))
numero = 0
while True:
    conn, addr = s.accept()
    numero += 1
    clients[conn] = numero
    threading.Thread(target=ecouter, args=(conn, b"client %d" % numero), daemon=True).start()
