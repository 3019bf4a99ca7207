# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: deux erreurs : la casse de la réponse, puis la fin du flot ignorée
import socket

s = socket.create_server(("", 8888))
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if data != b"":
        print(data)
        conn.sendall(b"SALUT MEC.")
