# labo: faux
# échoue: nombre
# diagnostic: split-utf8
# dit: makefile en mode texte
import hashlib
import socket
import sys

with socket.socket() as s:
    s.connect((sys.argv[1], int(sys.argv[2])))
    with s.makefile("r", encoding="utf-8") as f:
        texte = f.read()
data = texte.encode()
print(len(data), hashlib.sha256(data).hexdigest())
