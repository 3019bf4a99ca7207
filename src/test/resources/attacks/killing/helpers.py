# holds: the agent's short-lived helpers cannot be signalled
# at-most: 2
# shows: tried
import machine_a_only
import os
import signal
import socket
import time

listener = socket.socket()
known = {os.getpid(), os.getppid(), 1}
tried, end = 0, time.monotonic() + 1.5
while time.monotonic() < end:
    for pid in [int(name) for name in os.listdir("/proc") if name.isdigit()]:
        if pid in known:
            continue
        tried += 1
        try:
            os.kill(pid, signal.SIGSTOP)
            print("BREACH: stopped", pid)
        except OSError:
            pass
print("tried", tried)
