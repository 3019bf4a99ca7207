# labo: faux
# échoue: connect
# diagnostic: crash
# dit: le premier argument est le port, le troisième je ne sais pas
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[2], int(sys.argv[3])))
s.sendall(b"SALUT MEC")
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {data!r}")
