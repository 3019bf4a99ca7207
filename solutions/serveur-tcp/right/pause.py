# labo: juste
# dit: comme sous Windows, avec la console qui reste ouverte
import os
import socket

os.system("title Serveur")

serveur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
serveur.bind(("", 8888))
serveur.listen(5)
print("En attente...")
client, infos = serveur.accept()
print("Client", infos[0], "port", infos[1])

recu = b"x"
while recu:
    recu = client.recv(1024)
    if recu:
        print("Reçu :", recu)
        client.sendall(b"Salut mec.")  # une réponse par message

client.close()
serveur.close()
os.system("pause")
