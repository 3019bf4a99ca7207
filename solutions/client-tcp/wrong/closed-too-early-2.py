# labo: faux
# échoue: recv
# diagnostic: closed-too-early
# dit: shutdown dit au serveur que j'ai fini ma phrase, dans les deux sens
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
s.shutdown(socket.SHUT_RDWR)
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print("Le serveur a répondu", data)
