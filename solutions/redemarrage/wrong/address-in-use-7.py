# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: on prévient et on sort, l'utilisateur réessaiera
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    s.bind(("", 8888))
except OSError as e:
    print("Le port est pris :", e)
    sys.exit(1)
s.listen()
while True:
    conn, addr = s.accept()
    try:
        while conn.recv(1024):
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
