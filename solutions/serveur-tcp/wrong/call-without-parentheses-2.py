# labo: faux
# échoue: listen
# diagnostic: call-without-parentheses
# dit: listen n'a pas d'argument, donc pas besoin de parenthèses
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
