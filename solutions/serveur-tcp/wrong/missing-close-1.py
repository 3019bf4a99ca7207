# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: break termine la connexion
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)
while True:
    conn, addr = s.accept()
    print("Connected by", addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data)
        conn.sendall(b"Salut mec.")
    # au suivant
