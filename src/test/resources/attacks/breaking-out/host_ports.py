# holds: no address of the host's answers
# at-most: 2
# shows: tried
import machine_a_only
import json
import socket

with open("targets.json") as file:
    targets = json.load(file)

for host in targets["host"]:
    try:
        socket.create_connection((host, targets["port"]), 1)
        print("BREACH:", host)
    except OSError:
        pass
print("tried", len(targets["host"]))
