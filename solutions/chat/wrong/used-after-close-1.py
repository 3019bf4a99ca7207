# labo: faux
# échoue: depart
# diagnostic: used-after-close
# dit: fermer le socket d'un client suffit à l'oublier
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
            while b"\n" in tampon:
                ligne, tampon = tampon.split(b"\n", 1)
                for autre in clients:
                    if autre is not conn:
                        autre.sendall(ligne + b"\n")
    finally:
        conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
