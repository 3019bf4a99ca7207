# labo: faux
# échoue: bind
# diagnostic: waits-for-keyboard
# dit: c'est l'utilisateur qui choisit le port
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
port = int(input("Port : "))
s.bind(("", port))
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
