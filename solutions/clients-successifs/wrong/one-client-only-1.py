# labo: faux
# échoue: deuxieme
# diagnostic: one-client-only
# dit: le serveur du cours répond déjà à tout le monde
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)
conn, addr = s.accept()
print("Connexion de", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
s.close()
