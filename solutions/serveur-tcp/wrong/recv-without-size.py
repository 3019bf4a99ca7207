# labo: faux
# échoue: recv
# diagnostic: recv-without-size
# dit: recv rend tout le message, comme input
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv()
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
