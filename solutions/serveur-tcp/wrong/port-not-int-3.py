# labo: faux
# échoue: bind
# diagnostic: port-not-int
# dit: None laisse Python choisir le bon port
import socket

port = None

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", port))
s.listen()
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
