# labo: faux
# échoue: listen
# diagnostic: missing-listen
# dit: deux erreurs : listen oublié, puis un texte dans sendall
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall("Salut mec.")
conn.close()
