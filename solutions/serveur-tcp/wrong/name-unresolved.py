# labo: faux
# échoue: bind
# diagnostic: name-unresolved
# dit: on met un nom pour sa machine, le réseau le comprendra
import socket

host = "mon-serveur.invalid"
port = 8888

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind((host, port))
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
