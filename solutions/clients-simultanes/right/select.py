# labo: juste
# dit: select.select avec un délai, comme dans les vieux tutoriels
import select
import socket

serveur = socket.socket()
serveur.bind(("0.0.0.0", 8888))
serveur.listen(5)
clients = []

while True:
    prets, _, _ = select.select([serveur] + clients, [], [], 1)
    for sock in prets:
        if sock is serveur:
            conn, addr = serveur.accept()
            clients.append(conn)
            continue
        try:
            data = sock.recv(1024)
        except ConnectionResetError:
            data = b""
        if data:
            sock.sendall(b"Salut mec.")
        else:
            clients.remove(sock)
            sock.close()
