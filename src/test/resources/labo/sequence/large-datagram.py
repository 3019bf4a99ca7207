import socket
import sys

s = socket.socket(type=socket.SOCK_DGRAM)
s.sendto(b"S" * 3000, (sys.argv[1], 8888))
data, address = s.recvfrom(4096)
print(len(data))
s.close()
