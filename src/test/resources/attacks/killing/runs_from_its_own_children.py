# holds: a chain of forks is outrun
# at-most: 2
# hits: wall cpu processes
# wall-ms: 2500
import machine_a_only
import os
import socket

listener = socket.socket()
if os.fork() == 0:
    while True:
        if os.fork():
            os._exit(0)
        os.setsid()
while True:
    try:
        os.wait()
    except ChildProcessError:
        import time

        time.sleep(1)
