# holds: an answer before any question earns nothing for the question
# at-most: 8
# loses: recv affichage reponse
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
conn.sendall(b"Salut mec." * 3)
