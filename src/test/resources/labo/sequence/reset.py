import socket

s = socket.socket()
s.bind(("", 8888))
s.listen()
c, address = s.accept()
c.recv(1024)
try:
    c.recv(1024)
except ConnectionResetError as error:
    print(error)
c.close()
s.close()
