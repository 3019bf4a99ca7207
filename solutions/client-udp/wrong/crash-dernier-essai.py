# labo: faux
# échoue: abandon
# diagnostic: crash
# dit: l'exception du dernier essai passe à travers
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.4)
serveur = (sys.argv[1], int(sys.argv[2]))
s.sendto(b"SALUT MEC", serveur)
try:
    data, addr = s.recvfrom(1024)
except socket.timeout:
    s.sendto(b"SALUT MEC", serveur)
    data, addr = s.recvfrom(1024)
print(data)
