# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: deux erreurs : le port n'est pas repris, et la réponse a une faute
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    while conn.recv(1024):
        conn.sendall(b"Salut mec !")
    conn.close()
