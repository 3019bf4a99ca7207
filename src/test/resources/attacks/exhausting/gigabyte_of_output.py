# holds: a gigabyte of output is cut off at the first of it
# at-most: 0
# hits: output
import machine_a_only
import sys

for _ in range(1024):
    sys.stdout.buffer.write(b"x" * (1 << 20))
