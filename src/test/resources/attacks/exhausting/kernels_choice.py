# holds: a program that aims the kernel's killer at the agent earns no mark
# at-most: 0
# inconclusive: may
# wall-ms: 4000
import machine_a_only
import os
import time

# What lies in files is nobody's: the kernel then kills the largest of many small processes.
for place, size in (("/work", 60), ("/tmp", 15), ("/dev/shm", 3)):
    try:
        for number in range(size // 4 + 1):
            with open("%s/%d" % (place, number), "wb") as file:
                file.write(bytes(4 << 20))
    except OSError:
        pass
for _ in range(40):
    if os.fork() == 0:
        kept = bytearray(b"x") * (4 << 20)
        time.sleep(1000)
while True:
    os.wait()
