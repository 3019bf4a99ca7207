# labo: juste
# dit: un processus par client, à l'ancienne
import os
import signal
import socket
import sys

signal.signal(signal.SIGCHLD, signal.SIG_IGN)

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()

while True:
    conn, addr = s.accept()
    if os.fork() == 0:
        s.close()
        try:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(b"Salut mec.")
        except OSError as e:
            print(e, file=sys.stderr)
        conn.close()
        os._exit(0)
    conn.close()
