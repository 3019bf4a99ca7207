# labo: faux
# échoue: deuxieme
# diagnostic: used-after-close
# dit: une réponse, une fermeture, et on continue d'écouter ce client
import socket

s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    data = conn.recv(1024)
    while data:
        conn.sendall(b"Salut mec.")
        conn.close()
        try:
            data = conn.recv(1024)
        except ConnectionError:
            data = b""
