# labo: faux
# échoue: socket
# diagnostic: missing-import
# dit: on efface l'écran, puis on se connecte
import socket
import sys

os.system("cls")
hote, port = sys.argv[1], int(sys.argv[2])
with socket.create_connection((hote, port)) as s:
    s.sendall(b"SALUT MEC")
    print("Le serveur a répondu", s.recv(1024))
os.system("pause")
