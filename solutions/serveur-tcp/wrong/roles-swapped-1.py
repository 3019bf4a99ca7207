# labo: faux
# échoue: bind
# diagnostic: roles-swapped
# dit: le serveur se connecte au port 8888
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(("127.0.0.1", 8888))
while True:
    data = s.recv(1024)
    if not data:
        break
    print(data)
    s.sendall(b"Salut mec.")
s.close()
