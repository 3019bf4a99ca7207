# holds: escape sequences in a reply command no terminal
# at-most: 11
# loses: reponse
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
print(conn.recv(1024))
conn.sendall(b"\x1b[2J\x1b]0;x\x07\r\x9b\x00\xff\xc2\x9b31m")
conn.close()
