# labo: juste
# dit: makefile et readline, et le code rendu par une fonction
import socket
import sys


def main(hote, port):
    try:
        s = socket.create_connection((hote, int(port)), 3)
        with s, s.makefile("rb") as flot:
            s.sendall(b"SALUT MEC")
            ligne = flot.readline()
    except (OSError, ValueError) as e:
        sys.stderr.write("impossible : %s\n" % e)
        return 1
    if ligne[-1:] != b"\n":
        sys.stderr.write("le serveur a raccroché trop tôt\n")
        return 1
    print("Réponse :", ligne.decode().rstrip())
    return 0


sys.exit(main(*sys.argv[1:3]))
