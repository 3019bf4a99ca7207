# holds: sockets count as open files
# at-most: 2
# hits: files
import machine_a_only
import socket

kept = []
while True:
    kept.append(socket.socket(socket.AF_INET, socket.SOCK_STREAM))
