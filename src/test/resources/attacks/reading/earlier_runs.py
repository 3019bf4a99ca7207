# holds: nothing of an earlier run or submission is left
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import socket

PLACES = ("/tmp", "/work", "/dev/shm", "/dev/mqueue", "/var/tmp", "/run/lock")
for place in PLACES:
    for name in os.listdir(place) if os.path.isdir(place) else []:
        if name not in ("server.py", "machine_a_only.py", "targets.json"):
            print("BREACH: left", os.path.join(place, name))
for table in ("/proc/sysvipc/shm", "/proc/sysvipc/msg", "/proc/sysvipc/sem"):
    with open(table) as lines:
        if len(lines.readlines()) > 1:
            print("BREACH: left", table)
for place in PLACES:
    try:
        os.makedirs(os.path.join(place, "mark", "deep"), 0o700)
        os.chmod(os.path.join(place, "mark"), 0)
    except OSError:
        pass
    try:
        open(os.path.join(place, "mark-file"), "w").close()
    except OSError:
        pass
print("tried", len(PLACES))
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
