# labo: faux
# échoue: connect
# diagnostic: roles-swapped
# bac: docker - sur la boucle locale, le port est déjà celui du serveur
# dit: pour parler sur un port, il faut s'y attacher
import socket
import sys

port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(('', port))
s.listen(1)
conn, addr = s.accept()
conn.sendall(b'SALUT MEC')
data = conn.recv(1024)
conn.close()
print(f"Le serveur a répondu {repr(data)}")
