# holds: links and odd files lead the next run nowhere
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import socket

if os.path.lexists("/work/sub") or os.path.lexists("/tmp/agent"):
    print("BREACH: left by an earlier run")
os.symlink("/labo/agent", "/work/sub")
os.symlink("/labo/agent", "/tmp/agent")
os.symlink("/work", "/work/loop")
os.symlink("/etc/passwd", "/work/server.py~")
os.mkfifo("/work/fifo")
os.link("/work/fifo", "/work/fifo2")
os.makedirs("/tmp/a/b/c")
os.chmod("/tmp/a", 0)
socket.socket(socket.AF_UNIX).bind("/tmp/unix")
print("tried 8")
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
