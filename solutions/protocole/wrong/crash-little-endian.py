# labo: faux
# échoue: recu
# diagnostic: crash
# dit: little ou big, quatre octets sont quatre octets
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


while (entete := lire(4)) is not None:
    message = lire(int.from_bytes(entete, "little"))
    if message is None:
        break
    conn.sendall(entete + message.upper())
conn.close()
