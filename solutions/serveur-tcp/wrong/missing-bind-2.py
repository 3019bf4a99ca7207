# labo: faux
# échoue: bind
# diagnostic: missing-bind
# dit: le nombre de listen, c'est le port
import socket

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.listen(8888)
    conn, addr = s.accept()
    with conn:
        print("Connected by", addr)
        while True:
            data = conn.recv(1024)
            if not data:
                break
            print(data)
            conn.sendall(b"Salut mec.")
