# labo: faux
# échoue: envoi
# diagnostic: error-swallowed
# dit: un try autour de tout, et plus rien ne plante
import socket
import sys

try:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(demande)
    data = s.recv(1024)
    s.close()
    print(f"Le serveur a répondu {data!r}")
except:
    pass
