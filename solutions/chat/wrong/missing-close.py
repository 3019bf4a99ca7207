# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: ne plus l'écouter, c'est lui dire au revoir
import socket
import threading

clients = []
anciens = []


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
                for autre in list(clients):
                    if autre is not conn:
                        autre.sendall(ligne + b"\n")
    except OSError as e:
        print(e)
    clients.remove(conn)
    anciens.append(conn)


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
