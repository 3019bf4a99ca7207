# holds: no reply makes our own patterns run for long
# at-most: 19
# loses: morceaux-reponse
import machine_a_only
import socket

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
    # 24 characters three times, and nothing else, are the message in pieces.
    piece = len(data) in (24, 48, 72) and data.isascii()
    conn.sendall(b"Salut mec." * (400000 if piece else 1) + (b"!" if piece else b""))
conn.close()
