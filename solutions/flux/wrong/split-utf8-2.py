# labo: faux
# échoue: nombre
# diagnostic: split-utf8
# dit: decode à la fin : ce n'est pas du texte
import hashlib
import socket
import sys


def recevoir(s):
    morceaux = []
    while True:
        m = s.recv(4096)
        if not m:
            return b"".join(morceaux).decode("utf-8")
        morceaux.append(m)


s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
contenu: str = recevoir(s)
s.close()
print(len(contenu))
print(hashlib.sha256(contenu.encode("utf-8")).hexdigest())
