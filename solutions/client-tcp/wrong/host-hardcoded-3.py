# labo: faux
# échoue: connect
# diagnostic: host-hardcoded
# bac: docker - sur la boucle locale, localhost est aussi l'adresse du serveur
# dit: localhost marche partout, seul le port change
import socket
import sys

def main():
    port = int(sys.argv[2])
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect(("localhost", port))
    s.sendall(b"SALUT MEC")
    tout = b""
    while True:
        d = s.recv(1024)
        if not d:
            break
        tout += d
    s.close()
    print("Le serveur a répondu", tout)

main()
