# labo: faux
# échoue: connect
# diagnostic: missing-import
# dit: importer socket suffit, sys est déjà là
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(b"SALUT MEC")
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {data!r}")
