# labo: faux
# échoue: reponse
# diagnostic: end-of-stream-ignored
# dit: recv attend toujours qu'un message arrive
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
