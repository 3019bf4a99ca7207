# holds: another lab's machines do not answer
# at-most: 2
# shows: tried
import machine_a_only
import json
import socket

with open("targets.json") as file:
    targets = json.load(file)

for host, port in targets["neighbours"]:
    try:
        socket.create_connection((host, port), 1)
        print("BREACH:", host)
    except OSError:
        pass
print("tried", len(targets["neighbours"]))
