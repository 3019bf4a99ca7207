# holds: the tracer's and the agent's descriptors are closed to a program
# at-most: 0
# shows: tried
import machine_a_only
import os

tried = 0
for pid in {1, os.getppid()}:
    for descriptor in range(16):
        for mode in ("rb", "wb"):
            tried += 1
            try:
                with open("/proc/%d/fd/%d" % (pid, descriptor), mode):
                    print("BREACH: opened", pid, descriptor)
            except OSError:
                pass
print("tried", tried)
