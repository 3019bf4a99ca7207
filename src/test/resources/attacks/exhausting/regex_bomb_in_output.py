# holds: no output makes our own searches run for long
# at-most: 20
import machine_a_only
import socket
import sys

for _ in range(12):
    sys.stdout.write("10.7.0.1" * 9000 + "\n")
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
