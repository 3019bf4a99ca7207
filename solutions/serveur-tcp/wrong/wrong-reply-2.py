# labo: faux
# échoue: reponse
# diagnostic: wrong-reply
# dit: répondre, c'est renvoyer ce qu'on a reçu
import socket

s = socket.create_server(("", 8888))
conn, addr = s.accept()
print("Connected by", addr)
with conn:
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data)
        conn.sendall(b"recu : " + data)
