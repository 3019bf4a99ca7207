# holds: while a server is judged, no reference server is in reach
# at-most: 14
# loses: reponse
# shows: tried
import machine_a_only
import socket

# The reference's address is that of the client, which is the next after ours.
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
try:
    reference = socket.create_connection((addr[0], 8888), 2)
    print("BREACH: a reference answers")
    reference.sendall(conn.recv(1024))
    conn.sendall(reference.recv(1024))
except OSError as error:
    print("tried 1:", error.strerror, conn.recv(1024))
