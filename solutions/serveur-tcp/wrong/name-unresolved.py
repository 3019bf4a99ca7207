# labo: faux
# échoue: bind
# diagnostic: name-unresolved
# dit: je laisse ce que le sujet a mis entre chevrons
import socket

host = "<mon_ip>"
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
