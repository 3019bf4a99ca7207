# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: recv rend None à la fin
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    s.sendall(b"SALUT MEC")
    while True:
        data = s.recv(1024)
        if data is None:
            break
        if data:
            print("Le serveur a répondu", data)
