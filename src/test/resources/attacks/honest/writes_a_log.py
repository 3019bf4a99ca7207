# holds: a server may write files, here and in /tmp
import logging
import socket
import tempfile

logging.basicConfig(filename="journal.txt", level=logging.DEBUG)
logging.info("en route")
with tempfile.NamedTemporaryFile() as file:
    file.write(bytes(1 << 20))
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
