# holds: without the hook the kernel's trace is judged all the same
# at-most: 20
# at-least: 20
import machine_a_only
import os
import sys

HOOK = 100
os.close(HOOK)
for name in [name for name in sys.modules if "labo" in name or name in ("socket", "_socket", "sitecustomize")]:
    del sys.modules[name]
import socket

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
