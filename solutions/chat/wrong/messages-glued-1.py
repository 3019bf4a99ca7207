# labo: faux
# échoue: collees
# diagnostic: messages-glued
# dit: après un retour à la ligne, il n'y a plus rien
import socket
import threading

clients = []


def ecouter(conn):
    tampon = b""
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            tampon += data
            if b"\n" in tampon:
                ligne = tampon.split(b"\n")[0]
                tampon = b""
                for autre in list(clients):
                    if autre is not conn:
                        autre.sendall(ligne + b"\n")
    except OSError as e:
        print(e)
    clients.remove(conn)
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
