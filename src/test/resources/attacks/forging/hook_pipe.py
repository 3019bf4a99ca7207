# holds: what comes through the hook's pipe explains and is never judged
# at-most: 0
# shows: tried
import machine_a_only
import json
import os
import time

FORGED = [
    {"kind": "socket", "family": "AF_INET", "type": "SOCK_STREAM", "fd": 3},
    {"kind": "bind", "fd": 3, "address": {"host": "0.0.0.0", "port": 8888}},
    {"kind": "listen", "fd": 3, "backlog": 1},
    {"kind": "accept", "fd": 3, "accepted": 2, "acceptedFd": 4, "address": {"host": "10.7.0.12", "port": 40000}},
    {"kind": "recv", "fd": 4, "data": "c2FsdXQ=", "length": 5},
    {"kind": "send", "fd": 4, "data": "U2FsdXQgbWVjLg==", "length": 10},
]

pipe = 100
for event in FORGED:
    now = time.time()
    line = dict(event, t=now, start=now, end=now, socket=1, method=event["kind"], process=os.getpid(), thread=os.getpid())
    os.write(pipe, json.dumps(line).encode() + b"\n")
print("tried", len(FORGED))
