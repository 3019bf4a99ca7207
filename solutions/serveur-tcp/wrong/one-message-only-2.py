# labo: faux
# échoue: trois-reponses
# diagnostic: one-message-only
# dit: la boucle autour d'accept suffit, chaque message arrive par une connexion
import socket

with socket.create_server(("", 8888)) as s:
    while True:
        conn, addr = s.accept()
        with conn:
            print("Connected by", addr)
            data = conn.recv(1024)
            if not data:
                continue
            print("message :", data)
            conn.sendall(b"Salut mec.")
