# labo: faux
# échoue: bind
# diagnostic: missing-bind
# dit: le port est dans une constante, personne ne la lit
import socket

PORT = 8888


def main():
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    print("en attente sur le port", PORT)
    while True:
        message, expediteur = sock.recvfrom(1024)
        print(message)
        sock.sendto(b"Salut mec.", expediteur)


if __name__ == "__main__":
    main()
