# labo: faux
# échoue: coupure
# diagnostic: crash
# dit: on protège connect, le reste suit
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.settimeout(3)
try:
    s.connect((sys.argv[1], int(sys.argv[2])))
except OSError as e:
    print("connexion impossible :", e, file=sys.stderr)
    sys.exit(1)
s.sendall(b"SALUT MEC")
reponse = b""
while not reponse.endswith(b"\n"):
    try:
        data = s.recv(1024)
    except socket.timeout:
        print("le serveur se tait", file=sys.stderr)
        sys.exit(1)
    if not data:
        print("le serveur a fermé", file=sys.stderr)
        sys.exit(1)
    reponse += data
print(reponse)
