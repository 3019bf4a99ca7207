# holds: a program cannot know that it has run before
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import socket
import sys

MARKS = ("/tmp/again", "/work/again", "/dev/shm/again", "/dev/mqueue/again")
if any(os.path.exists(mark) for mark in MARKS):
    print("BREACH: knows of an earlier run")
    sys.exit(1)
made = 0
for mark in MARKS:
    try:
        open(mark, "w").close()
        made += 1
    except OSError:
        pass
print("tried", made)
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
