# holds: commands to a build service in a reply reach none
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
conn.sendall(b"\n::error::owned\n##[error]owned " + b"a ::error::b " * 30)
conn.close()
