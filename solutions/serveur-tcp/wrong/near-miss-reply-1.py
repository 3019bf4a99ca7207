# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: majuscule ou minuscule, c'est le même mot
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"salut mec.")
conn.close()
