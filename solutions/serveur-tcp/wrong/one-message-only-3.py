# labo: faux
# échoue: trois-reponses
# diagnostic: one-message-only
# dit: le break va à la fin de la boucle
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    try:
        data = conn.recv(1024)
        if not data: break
        print(f"Données reçues du client : {data}")
        conn.sendall(b"Salut mec.")
        break
    except socket.error:
        print("Error Occured.")
        break
conn.close()
