# labo: faux
# échoue: reponse
# diagnostic: used-listening-socket
# dit: conn sert à recevoir, et s à envoyer
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
    print("Données reçues :", data)
    s.sendall(b"Salut mec.")  # le serveur répond
conn.close()
