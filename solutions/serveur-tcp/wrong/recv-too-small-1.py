# labo: faux
# échoue: affichage
# diagnostic: recv-too-small
# dit: le nombre de recv n'est qu'une indication
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(2)
    if not data:
        break
    print("Données reçues :", data)
    conn.sendall(b"Salut mec.")
conn.close()
