# labo: faux
# échoue: adresse
# diagnostic: aucun
# dit: savoir que quelqu'un est là suffit, peu importe qui
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Un client est connecté !")
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
