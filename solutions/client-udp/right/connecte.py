# labo: juste
# dit: connect sur un socket UDP, send et recv, et OSError pour tout
import socket
import sys

s = socket.socket(type=socket.SOCK_DGRAM)
s.settimeout(1)
reste = 3
reponse = None
while reponse is None and reste > 0:
    reste -= 1
    try:
        s.connect((sys.argv[1], int(sys.argv[2])))
        s.send(b"SALUT MEC")
        reponse = s.recv(2048)
    except OSError as erreur:
        dernier = erreur
if reponse is None:
    sys.exit(f"échec : {dernier}")
print("réponse :", reponse)
