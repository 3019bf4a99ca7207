# labo: faux
# échoue: deuxieme
# diagnostic: address-in-use
# dit: il faut refaire socket, bind, listen pour chaque client
import socket


def attendre_un_client():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.bind(("", 8888))
    s.listen(1)
    return s, s.accept()


serveurs = []
while True:
    serveur, (conn, addr) = attendre_un_client()
    serveurs.append(serveur)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut mec.")
    conn.close()
