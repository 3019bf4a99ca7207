# labo: faux
# échoue: recv
# diagnostic: accept-not-unpacked
# dit: accept rend la connexion
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn = s.accept()
print("Connected by", conn)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
