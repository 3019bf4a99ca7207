# labo: juste
# dit: select, un dictionnaire de tampons, un seul fil
import select
import socket

serveur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
serveur.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
serveur.bind(("", 8888))
serveur.listen(5)
tampons = {}


def partir(sock):
    del tampons[sock]
    sock.close()


while True:
    prets, _, _ = select.select([serveur, *tampons], [], [])
    for sock in prets:
        if sock is serveur:
            conn, addr = serveur.accept()
            tampons[conn] = b""
            continue
        try:
            data = sock.recv(4096)
        except OSError:
            data = b""
        if not data:
            partir(sock)
            continue
        *lignes, tampons[sock] = (tampons[sock] + data).split(b"\n")
        for ligne in lignes:
            for autre in tampons:
                if autre is not sock:
                    try:
                        autre.sendall(ligne + b"\n")
                    except OSError as e:
                        print(e)
