# labo: faux
# échoue: collees
# diagnostic: messages-glued
# dit: une ligne par tour de boucle, le reste viendra au prochain recv
import select
import socket

serveur = socket.create_server(("", 8888))
tampons = {}
while True:
    for sock in select.select([serveur] + list(tampons), [], [])[0]:
        if sock is serveur:
            conn, _ = serveur.accept()
            tampons[conn] = b""
            continue
        try:
            data = sock.recv(1024)
        except OSError:
            data = b""
        if not data:
            del tampons[sock]
            sock.close()
            continue
        tampons[sock] += data
        if b"\n" in tampons[sock]:
            ligne, tampons[sock] = tampons[sock].split(b"\n", 1)
            for autre in tampons:
                if autre is not sock:
                    autre.sendall(ligne + b"\n")
