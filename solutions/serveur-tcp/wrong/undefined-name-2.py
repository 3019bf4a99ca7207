# labo: faux
# échoue: reponse
# diagnostic: undefined-name
# dit: un texte sans guillemets, Python comprendra
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    donnees = conn.recv(1024)
    if not donnees:
        break
    print(donnees)
    conn.sendall(reponse)
conn.close()
reponse = b"Salut mec."
