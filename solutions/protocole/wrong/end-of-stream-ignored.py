# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: la boucle n'a pas de sortie
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()

def lire(n):
    d = b""
    while len(d) < n:
        d += conn.recv(n - len(d))
    return d


while True:
    entete = lire(4)
    message = lire(int.from_bytes(entete, "big"))
    conn.sendall(entete + message.upper())
