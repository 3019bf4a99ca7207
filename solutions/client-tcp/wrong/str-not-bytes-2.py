# labo: faux
# échoue: envoi
# diagnostic: str-not-bytes
# dit: send convertit tout seul
import socket
import sys

def envoyer(sock, message: str):
    sock.send(message)

def recevoir(sock) -> bytes:
    tout = b""
    while True:
        bout = sock.recv(1024)
        if not bout:
            return tout
        tout += bout

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    envoyer(sock, "SALUT MEC")
    print(recevoir(sock))
