# holds: one right answer is not three
# at-most: 19
# loses: trois-reponses
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
answered = False
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    if not answered:
        conn.sendall(b"Salut mec.")
    answered = True
conn.close()
