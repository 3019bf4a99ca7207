# labo: faux
# échoue: recv
# diagnostic: used-listening-socket
# dit: s est mon socket, c'est donc avec lui que je reçois
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = s.recv(1024)
    if not data:
        break
    print(data)
    s.sendall(b"Salut mec.")
s.close()
