# holds: the facts of the source are the agent's own, and come from the file handed in
# at-most: 19
# loses: appels
# shows: tried
import machine_a_only
import json
import os
import socket
import subprocess
import time

pipe = 100
for kind in ("scan", "imports"):
    for _ in range(50):
        scan = {"t": time.time(), "kind": kind, "source": "code", "imports": [{"name": "socket", "line": 1}], "calls": []}
        os.write(pipe, json.dumps(scan).encode() + b"\n")
print("tried 2", subprocess.__name__)
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
