# labo: faux
# échoue: coupure
# diagnostic: dies-with-client
# dit: recv rend b'' quand un client part, donc tout est prévu
import select
import socket

serveur = socket.create_server(("", 8888))
tampons = {}
while True:
    for sock in select.select([serveur] + list(tampons), [], [])[0]:
        if sock is serveur:
            conn, addr = serveur.accept()
            tampons[conn] = b""
            continue
        data = sock.recv(1024)
        if not data:
            del tampons[sock]
            sock.close()
            continue
        tampons[sock] += data
        while b"\n" in tampons[sock]:
            ligne, tampons[sock] = tampons[sock].split(b"\n", 1)
            for autre in tampons:
                if autre is not sock:
                    autre.sendall(ligne + b"\n")
