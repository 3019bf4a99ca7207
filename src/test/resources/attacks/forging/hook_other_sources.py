# holds: the pipe cannot speak for the kernel, for B, or for the agent
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
for source in ("kernel", "peer", "wire", "program"):
    for event in FORGED + [{"kind": "exit", "code": 0}, {"kind": "limit", "name": "wall"}, {"kind": "started", "process": 1}]:
        line = dict(event, source=source, t=time.time(), run="r1", result=0, call=event["kind"])
        os.write(pipe, json.dumps(line).encode() + b"\n")
for number in range(64):
    os.write(pipe, json.dumps({"reply": number, "id": number, "ok": True, "status": "complete"}).encode() + b"\n")
    os.write(pipe, json.dumps({"listener": number, "interrupted": True}).encode() + b"\n")
print("tried 4")
