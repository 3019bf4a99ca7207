# labo: faux
# échoue: chacun-sa-reponse
# diagnostic: udp-reply-to-constant
# bac: docker - sur la boucle locale, un socket relié à son client ne reçoit plus rien du tout
# dit: connect fige le premier client
import socket

serveur = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
serveur.bind(("", 8888))
message, adresse = serveur.recvfrom(1024)
serveur.connect(adresse)
serveur.send(b"Salut mec.")
while True:
    message = serveur.recv(1024)
    serveur.send(b"Salut mec.")
