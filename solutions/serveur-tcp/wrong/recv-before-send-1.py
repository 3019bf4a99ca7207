# labo: faux
# échoue: affichage
# diagnostic: recv-before-send
# dit: on lit tout jusqu'au bout, et on répond quand le client a fini
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
message = b""
while True:
    data = conn.recv(1024)
    if not data:
        break
    message += data
print("Message :", message)
conn.sendall(b"Salut mec.")
conn.close()
