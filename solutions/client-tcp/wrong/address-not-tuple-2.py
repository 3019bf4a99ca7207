# labo: faux
# échoue: connect
# diagnostic: address-not-tuple
# dit: on colle l'hôte et le port avec deux-points
import socket
import sys

adresse = sys.argv[1] + ":" + sys.argv[2]

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(adresse)
s.sendall(b"SALUT MEC")
print(s.recv(1024))
s.close()
