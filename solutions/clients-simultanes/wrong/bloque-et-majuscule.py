# labo: faux
# échoue: bavard
# diagnostic: blocks-other-clients
# dit: deux erreurs : un seul fil, et une majuscule de trop
import socket

s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut Mec.")
    conn.close()
