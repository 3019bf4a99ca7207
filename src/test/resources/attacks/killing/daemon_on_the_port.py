# holds: a daemon that no signal ends is gone before the next run
# at-most: 20
# at-least: 20
# shows: tried
import machine_a_only
import os
import signal
import socket
import time

for name in os.listdir("/proc"):
    try:
        with open("/proc/%s/cmdline" % name, "rb") as file:
            command = file.read()
    except OSError:
        continue
    # The tracer names the program, too.
    if name not in ("self", "thread-self", str(os.getpid()), str(os.getppid())) and command.endswith(b"server.py\0"):
        print("BREACH: the daemon is alive")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", 8888))
server.listen(1)
if os.fork() == 0:
    os.setsid()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)
    if os.fork() == 0:
        # It holds the listening socket, and its parent's outputs.
        time.sleep(1000)
    os._exit(0)
os.wait()
print("tried 1")
conn, addr = server.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
os._exit(0)
