# labo: faux
# échoue: relance
# diagnostic: reuseaddr-after-bind
# dit: d'abord le port, ensuite les options
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.listen()
while True:
    conn, addr = s.accept()
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
