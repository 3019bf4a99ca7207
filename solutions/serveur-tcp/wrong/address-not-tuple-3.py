# labo: faux
# échoue: bind
# diagnostic: address-not-tuple
# dit: une liste de deux choses ou un tuple, c'est pareil
import socket

adresse = ["", 8888]

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(adresse)
s.listen(1)
conn, addr = s.accept()
print("Connecté :", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
