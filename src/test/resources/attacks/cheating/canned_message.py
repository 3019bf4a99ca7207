# holds: the messages are drawn anew: a guess is no reception
# at-most: 19
# loses: affichage
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
while conn.recv(1024):
    print(b"bonjour tout le monde")
    conn.sendall(b"Salut mec.")
