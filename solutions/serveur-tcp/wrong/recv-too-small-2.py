# labo: faux
# échoue: reponse
# diagnostic: recv-too-small
# dit: on reçoit caractère par caractère
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    lettre = conn.recv(1)
    if not lettre:
        break
    print(lettre.decode("latin-1"), end="", flush=True)
    conn.sendall(b"Salut mec.")
conn.close()
