# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: on garde la liste des clients, ça peut servir
import socket

connexions = {}


def servir(conn, addr):
    connexions[addr] = conn
    while True:
        data = conn.recv(1024)
        if not data:
            print(addr, "a fini")
            return
        conn.sendall(b"Salut mec.")


serveur = socket.create_server(("", 8888))
while True:
    servir(*serveur.accept())
