# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: si on n'a rien reçu, on continue
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    while True:
        data = conn.recv(1024)
        if not data:
            continue
        conn.sendall(b"Salut mec.")
    conn.close()
