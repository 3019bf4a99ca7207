# labo: faux
# échoue: relance
# diagnostic: undefined-name
# dit: SO_REUSEADDR est connu de tous
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    while conn.recv(1024):
        conn.sendall(b"Salut mec.")
    conn.close()
