# labo: faux
# échoue: deuxieme
# diagnostic: one-client-only
# dit: une seule grande boucle, accept devant
import socket

s = socket.socket()
s.bind(("0.0.0.0", 8888))
s.listen(2)
en_marche = True
conn, addr = s.accept()
while en_marche:
    try:
        data = conn.recv(1024)
        if len(data) == 0:
            en_marche = False
        else:
            conn.sendall(b"Salut mec.")
    except ConnectionResetError:
        en_marche = False
conn.close()
print("fin du service")
