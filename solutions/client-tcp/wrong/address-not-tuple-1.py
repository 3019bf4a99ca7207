# labo: faux
# échoue: connect
# diagnostic: address-not-tuple
# dit: connect prend deux arguments, l'hôte et le port
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(host, port)
s.sendall(b'SALUT MEC')
data = b''
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(f"Le serveur a répondu {repr(data)}")
