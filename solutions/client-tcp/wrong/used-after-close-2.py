# labo: faux
# échoue: recv
# diagnostic: used-after-close
# dit: le with c'est pour envoyer
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    sock.sendall(b"SALUT MEC")

reponse = b""
while True:
    bloc = sock.recv(1024)
    if not bloc:
        break
    reponse += bloc
print(reponse)
