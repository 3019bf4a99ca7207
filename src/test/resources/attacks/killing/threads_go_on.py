# holds: a thread that goes on after the main one is ended with it
# at-most: 2
# hits: wall
# wall-ms: 2500
import machine_a_only
import socket
import threading
import time

listener = socket.socket()


def go_on():
    while True:
        time.sleep(0.05)


for _ in range(8):
    threading.Thread(target=go_on).start()
