# holds: folders too deep for a path are removed before the next run
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import socket

if os.path.exists("/tmp/x"):
    print("BREACH: left by an earlier run")
depth = 0
os.chdir("/tmp")
try:
    for depth in range(1500):
        os.mkdir("x")
        os.chdir("x")
except OSError:
    pass
os.chdir("/work")
print("tried", depth)
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
