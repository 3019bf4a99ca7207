# labo: juste
# dit: un try autour de tout, et un message pour chaque sorte de panne
import socket
import sys

hote, port = sys.argv[1], int(sys.argv[2])
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.settimeout(3)
try:
    s.connect((hote, port))
    s.sendall(b"SALUT MEC")
    reponse = b""
    while not reponse.endswith(b"\n"):
        data = s.recv(1024)
        if not data:
            print("Le serveur a fermé avant la fin de sa réponse.", file=sys.stderr)
            sys.exit(1)
        reponse += data
except socket.timeout:
    print("Le serveur ne répond pas.", file=sys.stderr)
    sys.exit(1)
except ConnectionRefusedError:
    print("Connexion refusée : personne n'écoute sur ce port.", file=sys.stderr)
    sys.exit(1)
except OSError as e:
    print("Erreur du réseau :", e, file=sys.stderr)
    sys.exit(1)
finally:
    s.close()
print(reponse.decode().strip())
