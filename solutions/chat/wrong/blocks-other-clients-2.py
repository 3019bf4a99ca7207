# labo: faux
# échoue: transmise
# diagnostic: blocks-other-clients
# dit: il faut être deux pour parler, alors j'attends les deux, puis chacun son tour
import socket

s = socket.create_server(("", 8888))
a, _ = s.accept()
b, _ = s.accept()
while True:
    message = b.recv(1024)
    a.sendall(message)
    message = a.recv(1024)
    b.sendall(message)
