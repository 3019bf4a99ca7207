# holds: memory that the kernel keeps for a program is the program's
# at-most: 1
# inconclusive: may
# wall-ms: 4000
import machine_a_only
import socket

kept = []
while True:
    try:
        for pair in [socket.socketpair() for _ in range(20)]:
            kept.append(pair)
            for end in pair:
                end.setblocking(False)
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)
    except OSError:
        break
for pair in kept:
    for end in pair:
        try:
            while True:
                end.send(bytes(65536))
        except OSError:
            pass
