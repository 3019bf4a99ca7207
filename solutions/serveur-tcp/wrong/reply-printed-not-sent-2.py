# labo: faux
# échoue: reponse
# diagnostic: reply-printed-not-sent
# dit: ce qui s'affiche chez moi s'affiche chez le client
import socket

REPONSE = "Salut mec."

with socket.create_server(("", 8888)) as serveur:
    conn, addr = serveur.accept()
    with conn:
        print("Client :", addr[0])
        while data := conn.recv(1024):
            print("Client >", data)
            print("Serveur >", REPONSE)
