# holds: no datagram reaches the host
# at-most: 0
# shows: tried
import machine_a_only
import json
import socket

with open("targets.json") as file:
    targets = json.load(file)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
for host in targets["host"] + targets["gateways"] + targets["broadcasts"]:
    for _ in range(3):
        try:
            sock.sendto(b"to " + host.encode(), (host, targets["datagrams"]))
        except OSError:
            pass
print("tried", len(targets["host"]))
