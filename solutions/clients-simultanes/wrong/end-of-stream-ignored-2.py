# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: select dira quand le client est parti
import select
import socket

serveur = socket.create_server(("", 8888))
sockets = [serveur]
while True:
    for sock in select.select(sockets, [], [])[0]:
        if sock is serveur:
            conn, addr = serveur.accept()
            sockets.append(conn)
        else:
            try:
                data = sock.recv(1024)
            except OSError:
                sockets.remove(sock)
                continue
            if data:
                sock.sendall(b"Salut mec.")
