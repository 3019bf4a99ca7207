# holds: a flood of calls is stopped, and the first of them judged
# at-most: 2
# hits: events cpu
import machine_a_only
import socket

while True:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
