# labo: faux
# échoue: recv
# diagnostic: used-after-close
# dit: close termine l'envoi, et on peut encore recevoir
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
s.close()
data = s.recv(1024)
print(f"Le serveur a répondu {repr(data)}")
