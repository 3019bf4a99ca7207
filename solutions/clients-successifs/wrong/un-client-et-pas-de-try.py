# labo: faux
# échoue: deuxieme
# diagnostic: one-client-only
# dit: deux erreurs : pas de retour à accept, et rien contre un client qui coupe
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
conn, addr = s.accept()
print("bienvenue", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    conn.sendall(b"Salut mec.")
conn.close()
print("Terminé")
