# labo: faux
# échoue: morceaux
# diagnostic: single-recv
# dit: un recv rend toute la réponse
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
s.sendall(b'SALUT MEC')

# On reçoit 1024 bytes qui contiennent peut-être une réponse du serveur
data = s.recv(1024)

s.close()
print(f"Le serveur a répondu {repr(data)}")
