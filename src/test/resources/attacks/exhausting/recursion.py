# holds: a recursion without end is a crash like another
# at-most: 2
# loses: listen
import machine_a_only
import socket
import sys

s = socket.socket()
sys.setrecursionlimit(1 << 30)


def deeper():
    deeper()


deeper()
