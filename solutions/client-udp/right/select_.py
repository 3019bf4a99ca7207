# labo: juste
# dit: select au lieu d'un délai sur le socket
import select
import socket
import sys

dest = sys.argv[1], int(sys.argv[2])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try:
    for tentative in (1, 2, 3, 4):
        sock.sendto(b"SALUT MEC", dest)
        prets, _, _ = select.select([sock], [], [], 0.4)
        if prets:
            octets, _ = sock.recvfrom(4096)
            print(octets.decode(errors="replace"))
            sys.exit(0)
    sys.stderr.write("abandon après 4 tentatives\n")
    sys.exit(1)
finally:
    sock.close()
