# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: le point final n'est que de la ponctuation
import socket

def main():
    serveur = socket.create_server(("", 8888))
    while True:
        client, adresse = serveur.accept()
        print("Connecté :", adresse)
        with client:
            while True:
                data = client.recv(1024)
                if not data:
                    break
                print(data)
                client.sendall(b"Salut mec")

main()
