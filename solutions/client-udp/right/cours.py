# labo: juste
# dit: trois essais, un for et son else
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.5)

for essai in range(3):
    s.sendto(b'SALUT MEC', (host, port))
    try:
        data, addr = s.recvfrom(1024)
    except socket.timeout:
        print('pas de réponse, essai', essai + 1)
        continue
    print(f"Le serveur a répondu {repr(data)}")
    break
else:
    print("Le serveur ne répond pas.")
    sys.exit(1)

s.close()
