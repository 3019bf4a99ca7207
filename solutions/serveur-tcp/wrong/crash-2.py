# labo: faux
# échoue: affichage
# diagnostic: crash
# dit: ce qu'on reçoit s'encode pour l'afficher
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data.encode())
    conn.sendall(b"Salut mec.")
conn.close()
