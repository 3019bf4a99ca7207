# labo: faux
# échoue: apres-coupure
# diagnostic: dies-with-client
# dit: en cas d'erreur on sort proprement
import select
import socket
import sys

serveur = socket.socket()
serveur.bind(("", 8888))
serveur.listen()
lus = [serveur]


def traiter(sock):
    data = sock.recv(1024)
    if data:
        sock.sendall(b"Salut mec.")
    else:
        lus.remove(sock)
        sock.close()


try:
    while True:
        for sock in select.select(lus, [], [])[0]:
            if sock is serveur:
                lus.append(serveur.accept()[0])
            else:
                traiter(sock)
except ConnectionError as e:
    print("erreur réseau :", e)
    sys.exit(1)
