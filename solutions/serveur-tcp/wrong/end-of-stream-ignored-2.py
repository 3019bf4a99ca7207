# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: si on n'a rien reçu, on continue
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    # Si on a rien reçu, on continue
    if not data:
        continue
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
