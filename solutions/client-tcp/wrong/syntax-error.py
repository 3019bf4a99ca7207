# labo: faux
# échoue: socket
# diagnostic: syntax-error
# dit: une parenthèse de trop est une faute du cours, une de moins suffit
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2]))
s.sendall(b"SALUT MEC")
data = s.recv(1024)
s.close()
print(f"Le serveur a répondu {data!r}")
