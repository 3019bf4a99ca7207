# labo: faux
# échoue: socket
# diagnostic: tcp-instead-of-udp
# dit: create_server fait tout, avec une boucle de clients
import socket


def main() -> None:
    with socket.create_server(("", 8888)) as serveur:
        while True:
            client, adresse = serveur.accept()
            with client:
                client.recv(1024)
                client.sendall(b"Salut mec.")


main()
