# holds: folders are small, full or not the next run finds them empty
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import socket

full = 0
for place in ("/work", "/tmp", "/dev/shm"):
    if len(os.listdir(place)) > 3:
        print("BREACH: left in", place)
    try:
        for number in range(100):
            with open("%s/fill-%d" % (place, number), "wb") as file:
                file.write(bytes(2 << 20))
        print("BREACH: no limit in", place)
    except OSError:
        full += 1
print("tried", full)
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
