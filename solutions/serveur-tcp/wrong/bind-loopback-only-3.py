# labo: faux
# échoue: bind
# diagnostic: bind-loopback-only
# dit: create_server fait tout, et ça marchait quand je testais chez moi
import socket

serveur = socket.create_server(("127.0.0.1", 8888))
while True:
    conn, addr = serveur.accept()
    print("connexion de", addr)
    while True:
        data = conn.recv(2048)
        if not data:
            break
        print(data)
        conn.sendall("Salut mec.".encode())
    conn.close()
