# labo: juste
# dit: le client du cours, avec une boucle autour de recv
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))

s.sendall(b'SALUT MEC')

# on reçoit jusqu'à ce que le serveur ait fini (recv rend b'')
data = b''
while True:
    morceau = s.recv(1024)
    if not morceau:
        break
    data = data + morceau

s.close()

print(f"Le serveur a répondu {repr(data)}")
