# labo: faux
# échoue: recu
# diagnostic: crash
# dit: int(entete) lit les quatre octets
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
    message = lire(int(entete))
    conn.sendall(entete + message.upper())
conn.close()
