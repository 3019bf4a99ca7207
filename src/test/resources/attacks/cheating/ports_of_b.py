# holds: machine B listens on nothing while a server is judged
# at-most: 10
# loses: reponse
# shows: tried
import machine_a_only
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
conn, addr = server.accept()
print("Connected by", addr)
tried = 0
for port in list(range(1, 1200)) + list(range(8000, 9000)):
    probe = socket.socket()
    tried += 1
    if probe.connect_ex((addr[0], port)) == 0:
        print("BREACH:", port)
    probe.close()
print("tried", tried)
