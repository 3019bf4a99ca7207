# holds: a server may write a lot
import socket
import sys

for number in range(4000):
    print("une ligne du journal, numéro", number)
print("et des erreurs", file=sys.stderr)
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
server.close()
