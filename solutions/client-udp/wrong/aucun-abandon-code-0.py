# labo: faux
# échoue: abandon
# diagnostic: aucun
# dit: un message, et c'est fini
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.4)
for _ in range(3):
    s.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
    try:
        data, addr = s.recvfrom(1024)
        print(data)
        break
    except socket.timeout:
        pass
else:
    print("pas de réponse")
