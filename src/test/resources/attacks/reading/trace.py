# holds: the trace is closed to the program
# at-most: 0
# shows: tried
import machine_a_only
import os

for action in (lambda: os.listdir("/trace"), lambda: open("/trace/calls", "rb"), lambda: os.stat("/trace/calls"),
               lambda: os.chmod("/trace", 0o777), lambda: os.rename("/trace", "/tmp/trace"),
               lambda: os.symlink("/tmp/calls", "/trace/calls")):
    try:
        action()
        print("BREACH: the trace")
    except OSError as error:
        print("tried 1:", error.strerror)
