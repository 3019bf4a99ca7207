# holds: a conversation with itself is not one with B
# at-most: 8
# loses: recv affichage reponse fermeture
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(5)
client = socket.create_connection(("127.0.0.1", 8888))
conn, addr = server.accept()
while addr[0] != "127.0.0.1":
    conn, addr = server.accept()
print("Connected by", addr)
client.sendall(b"bonjour")
print(conn.recv(1024))
conn.sendall(b"Salut mec.")
client.close()
conn.close()
