# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: un message finit toujours par un retour à la ligne
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
    print(data)
    conn.sendall("Salut mec.\n".encode())
conn.close()
