# labo: faux
# échoue: affichage
# diagnostic: answer-not-printed
# dit: écrire le nom d'une variable l'affiche, comme dans la console
import socket
import sys

def demander():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    tout = b""
    while True:
        d = s.recv(1024)
        if not d:
            s.close()
            return tout
        tout += d

reponse = demander()
repr(reponse)
