# labo: faux
# échoue: transmise
# diagnostic: near-miss-reply
# dit: on enlève le retour à la ligne, il ne sert qu'à finir
import socket
import threading

clients = []


def ecouter(conn):
    with conn.makefile("rb") as lignes:
        for ligne in lignes:
            for autre in list(clients):
                if autre is not conn:
                    autre.sendall(ligne.rstrip() + b" ")
    clients.remove(conn)
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
