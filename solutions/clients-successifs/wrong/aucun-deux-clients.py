# labo: faux
# échoue: troisieme
# diagnostic: aucun
# dit: deux clients, ça suffit pour montrer que ça marche
import socket

s = socket.create_server(("", 8888))
for numero in range(2):
    conn, addr = s.accept()
    print("client", numero)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut mec.")
    conn.close()
