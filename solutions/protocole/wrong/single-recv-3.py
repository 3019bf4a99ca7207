# labo: faux
# échoue: coupures
# diagnostic: single-recv
# dit: la boucle est pour le message, l'en-tête est trop petit pour être coupé
import socket

serveur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
serveur.bind(("", 8888))
serveur.listen()
client, adresse = serveur.accept()
while True:
    # 4 octets arrivent toujours ensemble
    tete = client.recv(4)
    if not tete:
        break
    reste = int.from_bytes(tete, "big")
    message = b""
    while len(message) < reste:
        morceau = client.recv(reste - len(message))
        if not morceau:
            break
        message += morceau
    client.sendall(tete + message.upper())
client.close()
