# labo: faux
# échoue: collage
# diagnostic: messages-glued
# dit: un recv, un message
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
while True:
    data = conn.recv(1024)
    if not data:
        break
    message = data[4:]
    conn.sendall(len(message).to_bytes(4, "big") + message.upper())
conn.close()
