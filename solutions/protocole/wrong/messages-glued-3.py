# labo: faux
# échoue: collage
# diagnostic: messages-glued
# dit: une classe qui remet son tampon à zéro
import socket


class Lecteur:
    def __init__(self, conn):
        self.conn = conn

    def message(self):
        tampon = b""
        while len(tampon) < 4 or len(tampon) < 4 + int.from_bytes(tampon[:4], "big"):
            d = self.conn.recv(2048)
            if not d:
                return None
            tampon += d
        n = int.from_bytes(tampon[:4], "big")
        return tampon[4:4 + n]


s = socket.socket()
s.bind(("", 8888))
s.listen()
conn, addr = s.accept()
lecteur = Lecteur(conn)
while True:
    m = lecteur.message()
    if m is None:
        break
    conn.sendall(len(m).to_bytes(4, "big") + m.upper())
conn.close()
