# labo: faux
# échoue: envoi
# diagnostic: recv-before-send
# dit: on lit toute la réponse, et on envoie la demande après
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    reponse = b""
    while True:
        bloc = s.recv(1024)
        if not bloc:
            break
        reponse += bloc
    s.sendall(b"SALUT MEC")
print(reponse)
