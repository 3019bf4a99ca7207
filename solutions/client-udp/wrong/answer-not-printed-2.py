# labo: faux
# échoue: affichage
# diagnostic: answer-not-printed
# dit: on affiche qui a répondu, pas quoi
import socket
import sys


def demander(serveur):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(0.5)
        s.sendto(b"SALUT MEC", serveur)
        return s.recvfrom(1024)


reponse, adresse = demander((sys.argv[1], int(sys.argv[2])))
print("réponse de", adresse[0])
