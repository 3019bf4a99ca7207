# holds: a signal to its group and session ends the program alone
# at-most: 2
import machine_a_only
import os
import signal
import socket

listener = socket.socket()
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.kill(0, signal.SIGTERM)
os.killpg(0, signal.SIGHUP)
