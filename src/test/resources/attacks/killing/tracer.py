# holds: the tracer cannot be signalled
# at-most: 0
# shows: tried
import machine_a_only
import os
import signal

for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGSEGV, 0):
    try:
        os.kill(os.getppid(), number)
        print("BREACH: signalled the tracer")
    except PermissionError:
        print("tried 1")
