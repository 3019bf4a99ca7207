# labo: faux
# échoue: listen
# diagnostic: double-bind
# dit: un bind pour chaque adresse où on veut être joint
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.bind(("127.0.0.1", 8888))  # pour tester en local aussi
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
