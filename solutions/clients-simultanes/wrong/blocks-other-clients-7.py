# labo: faux
# échoue: bavard
# diagnostic: blocks-other-clients
# dit: un accept suffit, listen garde les autres
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)
conn, addr = s.accept()
print("client :", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    conn.sendall(b"Salut mec.")
conn.close()
