# labo: faux
# échoue: bind
# diagnostic: port-out-of-range
# dit: un port est un nombre, aussi grand qu'on veut
import socket

port = 88888

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", port))
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
