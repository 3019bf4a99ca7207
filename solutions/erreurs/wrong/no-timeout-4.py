# labo: faux
# échoue: silence
# diagnostic: no-timeout
# dit: select attend que ce soit prêt, donc il ne bloque pas
import select
import socket
import sys

try:
    s = socket.socket()
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    recu = b""
    while b"\n" not in recu:
        select.select([s], [], [])
        data = s.recv(1024)
        if not data:
            raise OSError("le serveur a fermé")
        recu += data
    print(recu)
except OSError as e:
    print("Erreur :", e, file=sys.stderr)
    sys.exit(1)
