# labo: faux
# échoue: deuxieme
# diagnostic: one-client-only
# dit: listen(10) suffit pour dix clients
import socket


def servir(conn):
    while True:
        data = conn.recv(1024)
        if data == b"":
            print("client parti")
            conn.close()
            return
        conn.sendall(b"Salut mec.")


def main():
    # 10 clients maximum
    serveur = socket.create_server(("", 8888), backlog=10)
    client, adresse = serveur.accept()
    servir(client)


main()
