# labo: faux
# échoue: lente
# diagnostic: crash
# dit: un serveur qui ne répond pas tout de suite est en panne
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as s:
    s.sendall(b"SALUT MEC")
    s.settimeout(0.35)  # 350 ms, large
    reponse = b""
    while bloc := s.recv(1024):
        reponse += bloc
print("Le serveur a répondu", reponse)
