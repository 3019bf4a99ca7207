# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: select dit que c'est prêt, donc le message est là
import select
import socket

serveur = socket.socket()
serveur.bind(("", 8888))
serveur.listen()
sockets = [serveur]

while True:
    for sock in select.select(sockets, [], [])[0]:
        if sock is serveur:
            sockets.append(serveur.accept()[0])
            continue
        try:
            message = sock.recv(4096)
        except OSError:
            message = b""
        if message == b"":
            sockets.remove(sock)
            sock.close()
            continue
        for dest in sockets:
            if dest not in (serveur, sock):
                dest.sendall(message)
