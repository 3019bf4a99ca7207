# labo: faux
# échoue: recv
# diagnostic: canned-answer
# dit: on connaît la réponse d'avance, inutile de la recevoir
import socket
import sys

data = b"Salut mec."

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")

print(f"Le serveur a répondu {repr(data)}")
