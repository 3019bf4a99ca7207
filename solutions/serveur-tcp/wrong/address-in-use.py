# labo: faux
# échoue: listen
# diagnostic: address-in-use
# dit: il faut deux sockets sur le port : un pour recevoir, un pour envoyer
import socket

reception = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
envoi = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
for sock in (reception, envoi):
    sock.bind(("", 8888))

reception.listen(1)
conn, addr = reception.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
