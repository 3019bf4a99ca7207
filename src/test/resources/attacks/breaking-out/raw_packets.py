# holds: no packet can be made by hand, and no ping sent to the host
# at-most: 0
# shows: tried
import machine_a_only
import json
import socket

with open("targets.json") as file:
    targets = json.load(file)

tried = 0
for kind, number in ((socket.SOCK_RAW, socket.IPPROTO_ICMP), (socket.SOCK_RAW, socket.IPPROTO_RAW), (socket.SOCK_DGRAM, socket.IPPROTO_ICMP)):
    for host in targets["host"]:
        tried += 1
        try:
            sock = socket.socket(socket.AF_INET, kind, number)
            sock.settimeout(0.3)
            sock.sendto(b"\x08\x00\xf7\xff\x00\x00\x00\x00", (host, 0))
            sock.recv(64)
            print("BREACH:", host)
        except OSError:
            pass
print("tried", tried)
