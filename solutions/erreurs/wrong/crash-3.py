# labo: faux
# échoue: injoignable
# diagnostic: crash
# dit: ConnectionError est la famille des erreurs du réseau
import socket
import sys

HOST = sys.argv[1]
PORT = int(sys.argv[2])

try:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.settimeout(3)
    s.connect((HOST, PORT))
    s.sendall(b"SALUT MEC")
    data = b""
    while b"\n" not in data:
        morceau = s.recv(1024)
        if morceau == b"":
            raise ConnectionError("fermé trop tôt")
        data += morceau
    print(data)
except (ConnectionError, TimeoutError) as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
