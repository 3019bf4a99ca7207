# labo: faux
# échoue: silence
# diagnostic: no-timeout
# dit: le thread principal attend trois secondes le thread qui reçoit
import socket
import sys
import threading

resultat = {}


def demander(hote, port):
    try:
        with socket.create_connection((hote, port)) as s:
            s.sendall(b"SALUT MEC")
            recu = b""
            while not recu.endswith(b"\n"):
                data = s.recv(1024)
                if not data:
                    raise OSError("fermé trop tôt")
                recu += data
            resultat["reponse"] = recu
    except OSError as e:
        resultat["erreur"] = e


fil = threading.Thread(target=demander, args=(sys.argv[1], int(sys.argv[2])))
fil.start()
fil.join()
if "erreur" in resultat:
    print("Erreur :", resultat["erreur"], file=sys.stderr)
    sys.exit(1)
print(resultat["reponse"])
