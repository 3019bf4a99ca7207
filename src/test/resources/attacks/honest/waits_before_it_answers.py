# holds: a slow server is a right server
import select
import socket
import time

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
time.sleep(0.3)
select.select([server], [], [])
conn, addr = server.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    time.sleep(0.1)
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
