# holds: no name is resolved, neither of the world nor of another lab
# at-most: 0
# shows: tried
import machine_a_only
import json
import socket

with open("targets.json") as file:
    targets = json.load(file)

import struct

NAMES = ["labo.invalid", "host.docker.internal", "gateway.docker.internal"] + targets["names"]
for name in NAMES:
    try:
        print("BREACH:", socket.getaddrinfo(name, 80))
    except OSError:
        pass
    question = struct.pack("!6H", 7, 0x0100, 1, 0, 0, 0)
    question += b"".join(bytes([len(part)]) + part.encode() for part in name.split(".")) + b"\0\0\1\0\1"
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.settimeout(0.3)
    try:
        sock.sendto(question, ("127.0.0.11", 53))
        if struct.unpack("!6H", sock.recv(512)[:12])[3]:
            print("BREACH: an answer for", name)
    except OSError:
        pass
print("tried", len(NAMES))
