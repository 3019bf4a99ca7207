# labo: faux
# échoue: bind
# diagnostic: bind-loopback-only
# dit: 127.0.0.1 c'est l'adresse de ma machine, donc c'est là que j'écoute
import socket

host = "127.0.0.1"
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
