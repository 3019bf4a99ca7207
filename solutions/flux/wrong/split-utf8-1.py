# labo: faux
# échoue: nombre
# diagnostic: split-utf8
# dit: tout est du texte, on décode chaque morceau
import hashlib
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
texte = ""
while True:
    d = s.recv(1024)
    if not d:
        break
    texte += d.decode()
s.close()
print(len(texte), hashlib.sha256(texte.encode()).hexdigest())
