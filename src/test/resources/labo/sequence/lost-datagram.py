import socket
import sys

s = socket.socket(type=socket.SOCK_DGRAM)
s.settimeout(0.2)
while True:
    s.sendto(b"SALUT MEC", (sys.argv[1], 8888))
    try:
        data, address = s.recvfrom(1024)
        break
    except TimeoutError:
        print("rien, encore")
print(data)
s.close()
