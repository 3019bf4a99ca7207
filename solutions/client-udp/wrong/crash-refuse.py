# labo: faux
# échoue: porte-close
# diagnostic: crash
# dit: connect, et on n'attrape que le délai
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.4)
s.connect((sys.argv[1], int(sys.argv[2])))
for _ in range(3):
    s.send(b"SALUT MEC")
    try:
        print(s.recv(1024))
        break
    except socket.timeout:
        pass
else:
    sys.exit("pas de réponse")
