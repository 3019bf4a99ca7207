# labo: juste
# dit: les numéros d'erreur, et un exit dans un else
import errno
import socket
import sys

MESSAGES = {
    errno.ECONNREFUSED: "personne n'écoute là-bas",
    errno.ENETUNREACH: "aucune route vers cette machine",
    errno.EHOSTUNREACH: "cette machine ne répond pas",
    errno.ECONNRESET: "le serveur a coupé",
}

socket.setdefaulttimeout(3)
s = socket.socket()
recu = b""
probleme = None
try:
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(b"SALUT MEC")
    while True:
        data = s.recv(1024)
        recu += data
        if not data or recu.endswith(b"\n"):
            break
except socket.timeout:
    probleme = "silence depuis 3 secondes"
except OSError as e:
    probleme = MESSAGES.get(e.errno, str(e))
else:
    if not recu.endswith(b"\n"):
        probleme = "réponse coupée en route"
s.close()
if probleme:
    print("Désolé,", probleme, file=sys.stderr)
    sys.exit(1)
print(recu)
