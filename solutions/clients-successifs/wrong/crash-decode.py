# labo: faux
# échoue: apres-octets
# diagnostic: split-utf8
# dit: un client envoie toujours du texte
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
            print(data.decode())
            conn.sendall(b"Salut mec.")
    except ConnectionError as e:
        print(e)
    conn.close()
