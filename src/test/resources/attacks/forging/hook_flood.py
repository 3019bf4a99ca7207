# holds: a flood of forged events drowns nothing
# at-most: 10
# at-least: 10
# loses: reponse
# shows: tried
import machine_a_only
import os
import socket

pipe = 100
os.set_blocking(pipe, True)
for _ in range(30):
    os.write(pipe, b'{"kind": "recv", "fd": 3, "length": 0, "size": 1024}\n' * 1000)
print("tried 30000")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut, mec.")
conn.close()
server.close()
