import socket

s = socket.socket()
s.bind(("", 8888))
s.listen()
c, address = s.accept()
data = c.recv(1024)
c.sendall(b"Salut mec.")
c.close()
s.close()
