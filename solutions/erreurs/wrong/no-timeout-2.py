# labo: faux
# échoue: silence
# diagnostic: no-timeout
# dit: le délai de connect suffit, une fois connecté tout va bien
import socket
import sys


def main():
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3)
    s.settimeout(None)
    with s:
        s.sendall(b"SALUT MEC")
        ligne = s.makefile("rb").readline()
    if not ligne.endswith(b"\n"):
        raise EOFError("réponse incomplète")
    print(ligne)


try:
    main()
except (OSError, EOFError) as e:
    sys.exit(f"échec : {e}")
