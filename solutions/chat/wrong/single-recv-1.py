# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: un recv, une ligne
import socket
import threading

clients = []


def ecouter(conn):
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            for autre in list(clients):
                if autre is not conn:
                    try:
                        autre.sendall(data)
                    except OSError:
                        pass
    except OSError as e:
        print(e)
    clients.remove(conn)
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
