# labo: faux
# échoue: tous
# diagnostic: aucun
# dit: un chat se fait à deux, je garde l'autre
import socket
import threading

dernier = {}


def ecouter(conn, precedent):
    with conn, conn.makefile("rb") as lignes:
        for ligne in lignes:
            autre = precedent or dernier["conn"]
            if autre is not conn:
                autre.sendall(ligne)


s = socket.create_server(("", 8888))
precedent = None
while True:
    conn, addr = s.accept()
    dernier["conn"] = conn
    threading.Thread(target=ecouter, args=(conn, precedent), daemon=True).start()
    precedent = conn
