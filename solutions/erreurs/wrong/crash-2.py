# labo: faux
# échoue: refuse
# diagnostic: crash
# dit: seul recv peut échouer, connect marche toujours
import socket
import sys


def recevoir(s):
    recu = b""
    try:
        while not recu.endswith(b"\n"):
            data = s.recv(1024)
            if not data:
                sys.exit("le serveur a fermé trop tôt")
            recu += data
    except OSError as e:
        sys.exit(f"erreur : {e}")
    return recu


with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3) as s:
    s.sendall(b"SALUT MEC")
    print(recevoir(s).decode())
