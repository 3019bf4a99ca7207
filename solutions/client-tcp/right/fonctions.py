# labo: juste
# dit: des fonctions annotées, argparse et un main
"""Client TCP du TP."""
import argparse
import socket

DEMANDE = b"SALUT MEC"


def tout_recevoir(sock: socket.socket) -> bytes:
    """Reçoit jusqu'à la fin du flot."""
    tampon = bytearray()
    for bloc in iter(lambda: sock.recv(1024), b""):
        tampon += bloc
    return bytes(tampon)


def demander(hote: str, port: int) -> bytes:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.connect((hote, port))
        sock.sendall(DEMANDE)
        return tout_recevoir(sock)
    finally:
        sock.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Client TCP")
    parser.add_argument("hote")
    parser.add_argument("port", type=int)
    args = parser.parse_args()
    try:
        reponse = demander(args.hote, args.port)
    except OSError as erreur:
        print("Impossible de parler au serveur :", erreur)
        return 1
    print(f"Le serveur a répondu : {reponse!r}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
