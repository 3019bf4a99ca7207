# labo: juste
# dit: makefile fait du socket un fichier, et read lit jusqu'au bout
import socket
import sys

if len(sys.argv) != 3:
    print("usage : client.py HOTE PORT")
    sys.exit(2)

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
s.shutdown(socket.SHUT_WR)  # j'ai plus rien à dire

f = s.makefile("rb")
reponse = f.read()
f.close()
s.close()
print("Réponse :", reponse)
