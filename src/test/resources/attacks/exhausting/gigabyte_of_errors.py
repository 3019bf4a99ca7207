# holds: stderr counts as output
# at-most: 0
# hits: output
import machine_a_only
import os

while True:
    os.write(2, b"\x1b[31mx\n" * 10000)
