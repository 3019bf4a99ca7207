# labo: faux
# échoue: retour
# diagnostic: wrong-reply
# dit: à tous, donc à moi aussi
import socket
import threading

clients = []


def ecouter(conn):
    tampon = b""
    try:
        while data := conn.recv(1024):
            tampon += data
            while b"\n" in tampon:
                ligne, tampon = tampon.split(b"\n", 1)
                for c in list(clients):
                    c.sendall(ligne + b"\n")
    except OSError as e:
        print(e)
    clients.remove(conn)
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
