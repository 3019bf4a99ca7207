# holds: the agent's short-lived helpers are closed to the program
# at-most: 2
# shows: tried
import machine_a_only
import os
import socket
import time

# The first requests for a picture come while nothing happens: so there is something to wait for.
listener = socket.socket()
known = {os.getpid(), os.getppid(), 1}
tried, seen, end = 0, set(), time.monotonic() + 1.5
while time.monotonic() < end:
    for pid in [int(name) for name in os.listdir("/proc") if name.isdigit()]:
        if pid in known:
            continue
        seen.add(pid)
        for what in ("environ", "mem", "maps", "fd/0"):
            tried += 1
            try:
                with open("/proc/%d/%s" % (pid, what), "rb") as file:
                    if file.read(1):
                        print("BREACH: %d/%s" % (pid, what))
            except OSError:
                pass
print("tried", tried, "on", len(seen))
