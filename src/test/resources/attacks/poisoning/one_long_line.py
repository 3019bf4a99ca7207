# holds: a line of any length leaves a report of a bounded length
# at-most: 11
import machine_a_only
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
sys.stdout.write("x" * 900000)
conn.recv(1024)
conn.sendall(b"y" * 900000)
conn.close()
