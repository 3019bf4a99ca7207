# labo: faux
# échoue: socket
# diagnostic: tcp-instead-of-udp
# dit: le serveur TCP de la leçon 10, tel quel
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
