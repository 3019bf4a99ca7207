# labo: juste
# dit: MSG_WAITALL attend le compte exact
import socket
import struct

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
conn, addr = s.accept()


def lire(n: int) -> bytes:
    return conn.recv(n, socket.MSG_WAITALL) if n else b""


while True:
    tete = lire(4)
    if len(tete) < 4:
        break
    (n,) = struct.unpack(">I", tete)
    corps = lire(n)
    if len(corps) < n:
        break
    conn.sendall(struct.pack(">I", n) + corps.upper())
conn.close()
