# labo: faux
# échoue: bavard
# diagnostic: one-message-only
# dit: la boucle d'accept tient aussi lieu de boucle de messages
import socket


def repondre(conn):
    with conn:
        message = conn.recv(1024)
        print("reçu", message)
        if message != b"":
            conn.sendall(b"Salut mec.")


with socket.create_server(("", 8888)) as s:
    while True:
        client, _ = s.accept()
        repondre(client)
