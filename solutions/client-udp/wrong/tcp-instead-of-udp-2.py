# labo: faux
# échoue: socket
# diagnostic: tcp-instead-of-udp
# dit: create_connection, avec un délai
import socket
import sys

try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=1) as s:
        s.sendall(b"SALUT MEC")
        print(s.recv(1024))
except OSError as e:
    print("échec :", e)
    sys.exit(1)
