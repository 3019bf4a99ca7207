# holds: no descriptor that a program inherits leads to the lab
# at-most: 0
# shows: tried
import machine_a_only
import json
import os
import time

EVENT = {"event": {"t": time.time(), "source": "kernel", "kind": "listen", "run": "r1", "fd": 3, "result": 0}}
line = json.dumps(EVENT).encode() + b"\n"
tried = 0
for descriptor in range(128):
    try:
        os.write(descriptor, line)
        tried += 1
    except OSError:
        pass
print("tried", tried)
