# labo: faux
# échoue: debout
# diagnostic: one-message-only
# dit: pas de boucle
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
data, addr = s.recvfrom(1024)
print(data)
s.sendto(b"Salut mec.", addr)
s.close()
