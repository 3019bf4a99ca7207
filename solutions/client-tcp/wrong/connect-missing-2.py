# labo: faux
# échoue: connect
# diagnostic: connect-missing
# dit: sendto donne l'adresse, donc connect ne sert à rien
import socket
import sys

serveur = (sys.argv[1], int(sys.argv[2]))

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.sendto(b"SALUT MEC", serveur)
    reponse, _ = s.recvfrom(1024)
print("Réponse :", reponse)
