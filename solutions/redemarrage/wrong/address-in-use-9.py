# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: si le port est pris, on prend le suivant
import socket

port = 8888
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
while True:
    try:
        s.bind(("", port))
        break
    except OSError:
        port += 1
print("port", port)
s.listen()
while True:
    conn, addr = s.accept()
    try:
        while conn.recv(1024):
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
