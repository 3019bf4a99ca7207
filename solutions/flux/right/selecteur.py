# labo: juste
# dit: recv_into, un tampon, et un select pour patienter
import hashlib
import select
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.setblocking(False)
tampon = memoryview(bytearray(4096))
h = hashlib.sha256()
n = 0
while True:
    select.select([s], [], [])
    recus = s.recv_into(tampon)
    if recus == 0:
        break
    h.update(tampon[:recus])
    n += recus
s.close()
print(n, h.hexdigest())
