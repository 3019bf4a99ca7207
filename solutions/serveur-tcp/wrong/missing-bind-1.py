# labo: faux
# échoue: bind
# diagnostic: missing-bind
# dit: listen suffit, puisque c'est lui qui écoute
import socket

port = 8888

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
