# holds: shared memory, queues and semaphores of an earlier run do not exist
# at-most: 19
# loses: appels
# shows: tried
import machine_a_only
import ctypes
import os
import socket

libc = ctypes.CDLL(None, use_errno=True)
made = (libc.shmget(0x1AB0, 4096, 0o1666), libc.msgget(0x1AB0, 0o1666), libc.semget(0x1AB0, 1, 0o1666))
for table in ("shm", "msg", "sem"):
    with open("/proc/sysvipc/" + table) as lines:
        if len(lines.readlines()) > 1:
            # The first run makes it: a second that finds it was told something.
            print("BREACH: kept", table)
queue = libc.mq_open if hasattr(libc, "mq_open") else None
if queue and queue(b"/labo", os.O_CREAT | os.O_RDWR, 0o666, None) >= 0:
    print("BREACH: a queue")
print("tried", len(made))
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
