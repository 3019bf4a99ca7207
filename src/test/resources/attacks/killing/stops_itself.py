# holds: a program that stops itself is ended by its limit of time
# at-most: 7
# loses: recv reponse
# hits: wall
# wall-ms: 2500
import machine_a_only
import os
import signal
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
os.kill(os.getpid(), signal.SIGSTOP)
