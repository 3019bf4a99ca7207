# labo: faux
# échoue: connect
# diagnostic: host-hardcoded
# bac: docker - sur la boucle locale, 127.0.0.1 est aussi l'adresse du serveur
# dit: le serveur tourne sur ma machine, donc 127.0.0.1
import socket

host = '127.0.0.1'  # IP du serveur
port = 8888

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
s.sendall(b'SALUT MEC')
data = b''
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(f"Le serveur a répondu {repr(data)}")
