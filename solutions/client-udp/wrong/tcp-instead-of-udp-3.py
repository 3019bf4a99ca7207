# labo: faux
# échoue: socket
# diagnostic: tcp-instead-of-udp
# dit: socket.socket() et sendto
import socket
import sys


def main() -> None:
    sock = socket.socket()
    sock.settimeout(1)
    sock.sendto(b"SALUT MEC", (sys.argv[1], int(sys.argv[2])))
    print(sock.recvfrom(1024)[0].decode())


main()
