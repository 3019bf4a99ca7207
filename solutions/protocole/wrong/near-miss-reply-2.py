# labo: faux
# échoue: trois
# diagnostic: near-miss-reply
# dit: un écho en majuscules, en-tête compris
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()

while True:
    data = conn.recv(1024)
    if not data:
        break
    conn.sendall(data.upper())
conn.close()
