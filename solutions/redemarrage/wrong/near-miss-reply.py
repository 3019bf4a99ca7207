# labo: faux
# échoue: avant
# diagnostic: near-miss-reply
# dit: une majuscule ne change rien
import socket

s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    with conn:
        try:
            while conn.recv(1024):
                conn.sendall(b"Salut Mec.")
        except OSError as e:
            print(e)
