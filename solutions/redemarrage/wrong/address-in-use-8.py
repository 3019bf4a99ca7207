# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: on réessaie toutes les secondes jusqu'à ce que ça passe
import socket
import time

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
while True:
    try:
        s.bind(("", 8888))
        break
    except OSError:
        print("port occupé, j'attends")
        time.sleep(1)
s.listen()
while True:
    conn, addr = s.accept()
    try:
        while conn.recv(1024):
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
