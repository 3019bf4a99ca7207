# holds: closing every descriptor costs only what is not seen any more
# at-most: 18
# loses: adresse affichage
import machine_a_only
import os
import socket

os.closerange(0, 1024)
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
while True:
    data = conn.recv(1024)
    if not data:
        break
    conn.sendall(b"Salut mec.")
conn.close()
server.close()
