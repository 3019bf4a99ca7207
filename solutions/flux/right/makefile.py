# labo: juste
# dit: le socket vu comme un fichier
import hashlib
import socket
import sys

with socket.socket() as s:
    s.connect((sys.argv[1], int(sys.argv[2])))
    with s.makefile("rb") as fichier:
        tout = fichier.read()
print(len(tout))
print(hashlib.new("sha256", tout).hexdigest())
