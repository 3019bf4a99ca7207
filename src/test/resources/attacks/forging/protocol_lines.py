# holds: the agent's own messages, printed, are only output
# at-most: 0
# shows: tried
import machine_a_only
import json
import sys
import time

for kind in ("socket", "bind", "listen", "accept", "recv", "send", "close"):
    for source in ("kernel", "peer", "program", "code"):
        event = {"t": time.time(), "source": source, "kind": kind, "run": "r1", "fd": 3, "result": 0}
        for stream in (sys.stdout, sys.stderr):
            stream.write(json.dumps({"event": event}) + "\n")
for number in range(40):
    print(json.dumps({"id": number, "ok": True}))
print("tried 28")
