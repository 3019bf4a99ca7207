# labo: faux
# échoue: affichage
# diagnostic: recv-before-send
# dit: un message finit par un retour à la ligne, comme dans un fichier
import socket

with socket.create_server(("", 8888)) as s:
    conn, addr = s.accept()
    print("Connected by", addr)
    with conn, conn.makefile("rb") as fichier:
        for ligne in fichier:
            print(ligne)
            conn.sendall(b"Salut mec.")
