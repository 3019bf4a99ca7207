# labo: faux
# échoue: nouvel-essai
# diagnostic: no-timeout
# dit: recvfrom finit toujours par rendre quelque chose
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
data, addr = s.recvfrom(1024)
s.close()
print(f"Le serveur a répondu {data!r}")
