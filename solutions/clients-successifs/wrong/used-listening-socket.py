# labo: faux
# échoue: reponse
# diagnostic: used-listening-socket
# dit: dans la boucle, c'est le serveur qui reçoit
import socket

serveur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
serveur.bind(("", 8888))
serveur.listen()
while True:
    client, adresse = serveur.accept()
    data = serveur.recv(1024)
    while data:
        serveur.sendall(b"Salut mec.")
        data = serveur.recv(1024)
    client.close()
