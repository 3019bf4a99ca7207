# labo: faux
# échoue: reponse
# diagnostic: closed-too-early
# dit: shutdown, c'est pour dire qu'on a bien reçu
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
    conn.shutdown(socket.SHUT_WR)
    conn.sendall(b"Salut mec.")
conn.close()
