# holds: many small processes together are still the program
# at-most: 0
# hits: memory
# inconclusive: may
import machine_a_only
import os
import time

for _ in range(10):
    if os.fork() == 0:
        kept = bytearray(b"x") * (60 << 20)
        time.sleep(1000)
os.wait()
