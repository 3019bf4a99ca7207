# holds: a handler keeps no program alive beyond its limit
# at-most: 2
# hits: cpu
import machine_a_only
import signal
import socket

listener = socket.socket()
for number in range(1, signal.NSIG):
    try:
        signal.signal(number, lambda *_: None)
    except (OSError, ValueError):
        pass
while True:
    pass
