# holds: what a child does after the program's end is not waited for, and not judged
# at-most: 5
# loses: accept reponse
import machine_a_only
import os
import socket
import time

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
if os.fork() == 0:
    os.setsid()
    time.sleep(0.5)
    conn, addr = server.accept()
    print("Connected by", addr)
    print(conn.recv(1024))
    conn.sendall(b"Salut mec.")
    os._exit(0)
os._exit(0)
