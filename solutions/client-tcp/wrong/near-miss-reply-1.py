# labo: faux
# échoue: envoi
# diagnostic: near-miss-reply
# dit: majuscules ou minuscules, le serveur comprendra
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"Salut mec")
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(f"Le serveur a répondu {data!r}")
