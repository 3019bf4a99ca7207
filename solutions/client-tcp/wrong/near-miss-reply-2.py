# labo: faux
# échoue: envoi
# diagnostic: near-miss-reply
# dit: une demande finit par un retour à la ligne
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    s.sendall("SALUT MEC\n".encode())
    morceaux = []
    while m := s.recv(1024):
        morceaux.append(m)
print(b"".join(morceaux))
