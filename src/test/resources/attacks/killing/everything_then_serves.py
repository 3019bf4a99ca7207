# holds: kill(-1) takes nothing from the judgement, the facts of the source included
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import signal
import socket

for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
    try:
        os.kill(-1, number)
    except ProcessLookupError:
        pass
print("tried 3")
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
