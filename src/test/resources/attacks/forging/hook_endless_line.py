# holds: a line without an end costs the agent neither memory nor time
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import socket

pipe = 100
os.set_blocking(pipe, True)
for _ in range(16):
    os.write(pipe, b"x" * (1 << 20))
os.write(pipe, b"\n")
print("tried 16")
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
    conn.sendall(b"Salut mec.")
conn.close()
server.close()
