# labo: faux
# échoue: adresse
# diagnostic: accept-not-unpacked
# dit: accept rend la connexion, l'adresse et le port
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, ip, port = s.accept()
print("Client", ip, port)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
