# labo: faux
# échoue: envoi
# diagnostic: str-not-bytes
# dit: sendall envoie un texte
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((host, port))
s.sendall("SALUT MEC")
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {repr(data)}")
