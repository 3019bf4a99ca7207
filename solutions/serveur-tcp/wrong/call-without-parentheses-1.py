# labo: faux
# échoue: fermeture
# diagnostic: call-without-parentheses
# dit: close sans parenthèses, ça ferme
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
while True:
    conn, addr = s.accept()
    print("Connected by", addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data)
        conn.sendall(b"Salut mec.")
    conn.close
