# holds: a fork bomb is stopped by its limit
# at-most: 0
# hits: processes
import machine_a_only
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
