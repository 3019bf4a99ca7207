# labo: faux
# échoue: trois
# diagnostic: one-message-only
# dit: un message, une réponse, au revoir
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


entete = lire(4)
message = lire(int.from_bytes(entete, "big"))
conn.sendall(entete + message.upper())
conn.close()
