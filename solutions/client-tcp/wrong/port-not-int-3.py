# labo: faux
# échoue: connect
# diagnostic: port-not-int
# dit: l'annotation int fait la conversion
import socket
import sys

def connecter(hote: str, port: int) -> socket.socket:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((hote, port))
    return s

s = connecter(sys.argv[1], sys.argv[2])
s.sendall(b"SALUT MEC")
print(s.recv(1024))
s.close()
