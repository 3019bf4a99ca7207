# labo: juste
# dit: la liste des morceaux, recollée à la fin
from socket import socket, AF_INET, SOCK_STREAM
from sys import argv

hote, port = argv[1], int(argv[2])
morceaux = []

with socket(AF_INET, SOCK_STREAM) as sock:
    sock.connect((hote, port))
    envoye = sock.send(b"SALUT MEC")
    assert envoye == 9
    recu = sock.recv(16)
    while recu:
        morceaux.append(recu)
        recu = sock.recv(16)

# decode seulement quand on a tout, sinon un accent peut être coupé en deux
print(b"".join(morceaux).decode("utf-8", "replace"))
