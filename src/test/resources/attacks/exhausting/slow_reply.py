# holds: a reply of one octet now and then is ended by the limit of time
# at-most: 11
# loses: reponse
# hits: wall
# wall-ms: 3000
import machine_a_only
import socket
import time

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr, conn.recv(1024))
for octet in b"Salut mec.":
    conn.sendall(bytes([octet]))
    time.sleep(1)
