# labo: faux
# échoue: sortie
# diagnostic: aucun
# dit: sys.exit(1), c'est la façon de finir un programme
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        conn.close()
        s.close()
        sys.exit(1)
    print(data)
    conn.sendall(b"Salut mec.")
