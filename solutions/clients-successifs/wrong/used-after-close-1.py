# labo: faux
# échoue: deuxieme
# diagnostic: used-after-close
# dit: à la fin d'un client, on ferme tout proprement
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut mec.")
    conn.close()
    s.close()
