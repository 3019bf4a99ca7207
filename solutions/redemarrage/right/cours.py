# labo: juste
# dit: le serveur du cours, avec une ligne de plus au bon endroit
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", 8888))
s.listen()

while True:
    conn, addr = s.accept()
    print("Connexion de", addr)
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
