# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: si bind échoue, tant pis, on continue
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    s.bind(("", 8888))
except:
    pass
s.listen()
while True:
    conn, addr = s.accept()
    try:
        while conn.recv(1024):
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
