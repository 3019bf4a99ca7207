# holds: there is no IPv6, not even of the link
# at-most: 2
# shows: tried
import machine_a_only
import json
import socket

with open("targets.json") as file:
    targets = json.load(file)

tried = 0
for interface, _ in [(0, "")] + socket.if_nameindex():
    for host in targets["ipv6"] + ["ff02::1", "fe80::1", "::1", "::ffff:" + targets["host"][0]]:
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            tried += 1
            try:
                sock = socket.socket(socket.AF_INET6, kind)
                sock.settimeout(1)
                sock.connect((host, targets["port" if kind == socket.SOCK_STREAM else "datagrams"], 0, interface))
                # Whether a datagram arrives is for the host to see.
                sock.send(b"ipv6 " + host.encode())
                if kind == socket.SOCK_STREAM:
                    print("BREACH:", host)
            except OSError:
                pass
print("tried", tried)
