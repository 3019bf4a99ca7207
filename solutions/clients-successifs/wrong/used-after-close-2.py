# labo: faux
# échoue: deuxieme
# diagnostic: used-after-close
# dit: with s ferme le socket qui écoute au premier tour, la boucle est autour
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)

while True:
    with s:
        conn, addr = s.accept()
        with conn:
            print("Connected by", addr)
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(b"Salut mec.")
