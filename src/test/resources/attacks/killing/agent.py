# holds: the agent cannot be signalled
# at-most: 0
# shows: tried
import machine_a_only
import os
import signal

for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGINT, signal.SIGALRM, 0):
    try:
        os.kill(1, number)
        print("BREACH: signalled the agent")
    except PermissionError:
        print("tried 1")
