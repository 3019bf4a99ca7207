# labo: faux
# échoue: bind
# diagnostic: roles-swapped
# dit: c'est le client de la leçon 15
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"SALUT MEC", ("127.0.0.1", 8888))
data, addr = s.recvfrom(1024)
print(data)
s.close()
