# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: un client est là tant que son thread tourne
import socket
import threading

clients = []


def ecouter(conn):
    tampon = b""
    while True:
        try:
            tampon += conn.recv(1024)
        except OSError:
            clients.remove(conn)
            return
        while b"\n" in tampon:
            ligne, tampon = tampon.split(b"\n", 1)
            for autre in list(clients):
                if autre is not conn:
                    autre.sendall(ligne + b"\n")


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
