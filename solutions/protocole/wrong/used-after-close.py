# labo: faux
# échoue: recu
# diagnostic: used-after-close
# dit: on ferme la connexion tout de suite, pour ne pas oublier
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()

conn.close()
def lire(n):
    return conn.recv(n)


while True:
    entete = lire(4)
    if not entete:
        break
    conn.sendall(entete + lire(int.from_bytes(entete, "big")).upper())
