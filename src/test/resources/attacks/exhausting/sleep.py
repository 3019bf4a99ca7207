# holds: a sleeper is ended by the limit of time
# at-most: 0
# hits: wall
# wall-ms: 2500
import machine_a_only
import time

time.sleep(1e6)
