# labo: faux
# échoue: connect
# diagnostic: roles-swapped
# bac: docker - sur la boucle locale, l'adresse du serveur est aussi la nôtre
# dit: bind, c'est se brancher sur l'adresse du serveur
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind((host, port))
    s.listen()
    conn, _ = s.accept()
    conn.sendall(b"SALUT MEC")
    print(conn.recv(1024))
