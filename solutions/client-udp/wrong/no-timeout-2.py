# labo: faux
# échoue: nouvel-essai
# diagnostic: no-timeout
# dit: trois essais, mais rien ne fait passer au suivant
import socket
import sys


def demander(sock: socket.socket, serveur: tuple) -> bytes:
    for essai in range(3):
        sock.sendto(b"SALUT MEC", serveur)
        reponse, _ = sock.recvfrom(1024)
        if reponse:
            return reponse
    sys.exit("pas de réponse")


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    print(demander(sock, (sys.argv[1], int(sys.argv[2]))))
