# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: le client est parti, il n'y a plus rien à fermer
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
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
