import socket
import sys

s = socket.socket(type=socket.SOCK_DGRAM)
s.connect((sys.argv[1], 8888))
s.send(b"SALUT MEC")
try:
    s.recv(1024)
except ConnectionRefusedError as error:
    print(error)
s.close()
