# labo: faux
# échoue: envoi
# diagnostic: error-swallowed
# dit: un except pour le délai, et pour tout le reste
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.3)
for _ in range(3):
    try:
        s.sendto("SALUT MEC", (sys.argv[1], int(sys.argv[2])))
        print(s.recvfrom(1024)[0])
        break
    except:
        pass
else:
    print("Le serveur ne répond pas")
    sys.exit(1)
