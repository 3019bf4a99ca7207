# labo: faux
# échoue: arguments
# diagnostic: host-hardcoded
# dit: le port est toujours 8888
import socket
import sys

PORT = 8888


def main() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(0.3)
        for _ in range(3):
            s.sendto(b"SALUT MEC", (sys.argv[1], PORT))
            try:
                print(s.recvfrom(1024)[0])
                return 0
            except OSError:
                continue
    print("Le serveur ne répond pas")
    return 1


sys.exit(main())
