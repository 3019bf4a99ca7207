import socket
import sys

s = socket.socket()
try:
    s.connect((sys.argv[1], 8888))
except ConnectionRefusedError as error:
    print(error)
s.close()
