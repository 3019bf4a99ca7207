# holds: the end of a stream that nobody notices is recognised
# at-most: 10
# loses: reponse
# hits: spin
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if data:
        print(data)
        conn.sendall(b"Salut, mec.")
