# labo: faux
# échoue: collage
# diagnostic: messages-glued
# dit: le reste du recv ne sert à personne
import socket
import struct


def servir(conn: socket.socket) -> None:
    while True:
        recu = conn.recv(4096)
        if not recu:
            return
        (taille,) = struct.unpack("!I", recu[:4])
        message = recu[4 : 4 + taille]
        conn.sendall(struct.pack("!I", taille) + message.upper())


with socket.create_server(("", 8888)) as serveur:
    client, _ = serveur.accept()
    with client:
        servir(client)
