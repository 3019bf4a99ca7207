# holds: a process for each client
import os
import signal
import socket

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen()
while True:
    conn, addr = server.accept()
    if os.fork() == 0:
        server.close()
        print("Connected by", addr)
        while True:
            data = conn.recv(1024)
            if not data:
                break
            print(data)
            conn.sendall(b"Salut mec.")
        conn.close()
        os._exit(0)
    conn.close()
