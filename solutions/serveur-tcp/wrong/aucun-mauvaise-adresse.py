# labo: faux
# échoue: adresse
# diagnostic: aucun
# bac: docker - sur la boucle locale, les deux machines ont la même adresse
# dit: getsockname donne l'adresse du client
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, _ = s.accept()
print("Connected by", conn.getsockname())
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
