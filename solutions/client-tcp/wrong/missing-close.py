# labo: faux
# échoue: fermeture
# diagnostic: missing-close
# dit: quand le serveur a fini, la connexion n'existe plus
import socket
import sys
import threading

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
reponse = b""
while True:
    bloc = s.recv(1024)
    if not bloc:
        break
    reponse += bloc
print("Le serveur a répondu", reponse)
threading.Event().wait()  # on reste là au cas où il reparle
