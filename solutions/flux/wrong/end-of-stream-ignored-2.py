# labo: faux
# échoue: nombre
# diagnostic: end-of-stream-ignored
# dit: rien reçu, on continue
import hashlib
import socket
import sys


def lire(sock):
    tout = bytearray()
    while True:
        bloc = sock.recv(512)
        if not bloc:
            continue
        tout.extend(bloc)
    return tout


sock = socket.create_connection((sys.argv[1], int(sys.argv[2])))
t = lire(sock)
print(len(t), hashlib.sha256(t).hexdigest())
