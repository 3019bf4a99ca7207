# labo: faux
# échoue: fermeture
# diagnostic: closed-listening-socket-only
# dit: un nouveau serveur pour chaque client, que je ferme à chaque fois
import socket

while True:
    serveur = socket.create_server(("", 8888))
    conn, addr = serveur.accept()
    print("client", addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut mec.")
    serveur.close()
