# labo: faux
# échoue: bind
# diagnostic: bind-loopback-only
# dit: deux erreurs : la boucle locale, puis un texte dans sendall
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall("Salut mec.")
conn.close()
