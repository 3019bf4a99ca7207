# labo: faux
# échoue: coupures
# diagnostic: single-recv
# dit: recv(n) rend n octets
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()

while True:
    entete = conn.recv(4)
    if not entete:
        break
    n = int.from_bytes(entete, "big")
    message = conn.recv(n)
    conn.sendall(entete + message.upper())
conn.close()
