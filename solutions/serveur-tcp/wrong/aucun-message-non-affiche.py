# labo: faux
# échoue: affichage
# diagnostic: aucun
# dit: compter les octets, c'est montrer le message
import socket

with socket.create_server(("", 8888)) as s:
    conn, addr = s.accept()
    with conn:
        print("Connected by", addr)
        while data := conn.recv(1024):
            print("reçu", len(data), "octets")
            conn.sendall(b"Salut mec.")
