# labo: faux
# échoue: refuse
# diagnostic: crash
# dit: un client qui marche suffit
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.settimeout(3)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
reponse = b""
while True:
    data = s.recv(1024)
    if not data:
        break
    reponse += data
s.close()
print(reponse)
