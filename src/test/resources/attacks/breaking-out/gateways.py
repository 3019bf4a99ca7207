# holds: no gateway's address leads to the host
# at-most: 2
# shows: tried
import machine_a_only
import json
import socket

with open("targets.json") as file:
    targets = json.load(file)

import concurrent.futures


def reach(host):
    try:
        socket.create_connection((host, targets["port"]), 1)
        print("BREACH:", host)
    except OSError:
        pass


with concurrent.futures.ThreadPoolExecutor(4) as pool:
    list(pool.map(reach, targets["gateways"]))
print("tried", len(targets["gateways"]))
