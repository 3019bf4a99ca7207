import socket

s = socket.socket()
s.bind(("", 8888))
s.listen()
c, address = s.accept()
total = 0
while data := c.recv(1024):
    total += len(data)
c.sendall(b"%d octets" % total)
c.close()
s.close()
