# labo: faux
# échoue: message-vide
# diagnostic: no-reply
# dit: une longueur nulle veut dire fini
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()

def lire(n):
    d = b""
    while len(d) < n:
        m = conn.recv(n - len(d))
        if not m:
            return None
        d += m
    return d


while True:
    entete = lire(4)
    if entete is None:
        break
    n = int.from_bytes(entete, "big")
    if n == 0:
        break
    conn.sendall(entete + lire(n).upper())
conn.close()
