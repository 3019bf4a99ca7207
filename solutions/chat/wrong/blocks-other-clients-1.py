# labo: faux
# échoue: accept
# diagnostic: blocks-other-clients
# dit: j'écoute chaque client à son tour
import socket

clients = []
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    clients.append(conn)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        for autre in clients:
            if autre is not conn:
                autre.sendall(data)
    clients.remove(conn)
    conn.close()
