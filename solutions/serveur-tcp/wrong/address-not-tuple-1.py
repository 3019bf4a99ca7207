# labo: faux
# échoue: bind
# diagnostic: address-not-tuple
# dit: la double parenthèse du cours est une faute de frappe
import socket

host = ''
port = 8888

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(host, port)
s.listen(1)
conn, addr = s.accept()
print('Connected by', addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
