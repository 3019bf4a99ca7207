# labo: faux
# échoue: refuse
# diagnostic: error-swallowed
# dit: une fonction qui rend None quand ça rate
import socket
import sys


def demander(hote, port):
    try:
        with socket.create_connection((hote, port), timeout=3) as s:
            s.sendall(b"SALUT MEC")
            return s.makefile().readline()
    except OSError:
        return None


reponse = demander(sys.argv[1], int(sys.argv[2]))
if reponse:
    print(reponse)
