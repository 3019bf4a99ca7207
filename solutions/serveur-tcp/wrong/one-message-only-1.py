# labo: faux
# échoue: trois-reponses
# diagnostic: one-message-only
# dit: un client, un message, et c'est fini
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
data = conn.recv(1024)
if data:
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
