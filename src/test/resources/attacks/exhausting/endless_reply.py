# holds: an endless reply is cut off, and is no reply
# at-most: 11
# loses: reponse
# wall-ms: 4000
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr, conn.recv(1024))
while True:
    conn.sendall(b"Salut mec." * 100000)
