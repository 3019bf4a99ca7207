# labo: faux
# échoue: connect
# diagnostic: port-not-int
# dit: un nombre, c'est un nombre : float ou int
import socket
import sys

_, hote, port = sys.argv
port = float(port)

with socket.socket() as s:
    s.connect((hote, port))
    s.sendall(b"SALUT MEC")
    reponse = b""
    while True:
        bloc = s.recv(1024)
        if not bloc:
            break
        reponse += bloc
print(reponse)
