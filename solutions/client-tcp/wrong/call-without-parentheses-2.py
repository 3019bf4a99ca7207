# labo: faux
# échoue: socket
# diagnostic: call-without-parentheses
# dit: le nom de la fonction suffit pour la lancer
import socket
import sys

def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    data = b""
    while True:
        d = s.recv(1024)
        if not d:
            break
        data += d
    s.close()
    print("Le serveur a répondu", data)

main
