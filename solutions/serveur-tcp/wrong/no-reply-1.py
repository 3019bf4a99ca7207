# labo: faux
# échoue: reponse
# diagnostic: no-reply
# dit: afficher le message suffit, le client voit bien qu'on l'a reçu
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(f"Données reçues du client : {data}")
conn.close()
