# labo: faux
# échoue: bind
# diagnostic: wrong-port
# dit: avec 0, le client trouvera bien le port tout seul
import socket

srv = socket.socket()
srv.bind(("0.0.0.0", 0))
srv.listen()
print("port :", srv.getsockname()[1])
c, a = srv.accept()
print(a)
d = c.recv(1024)
while d:
    print(d)
    c.sendall(b"Salut mec.")
    d = c.recv(1024)
c.close()
