# labo: faux
# échoue: bind
# diagnostic: bind-foreign-address
# dit: bind prend l'adresse du client que j'attends
import socket

IP_CLIENT = "192.0.2.34"  # l'ip du pc de mon binôme

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind((IP_CLIENT, 8888))
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
