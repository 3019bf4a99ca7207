# labo: faux
# échoue: sans-message
# diagnostic: dies-with-client
# dit: un client qui se connecte a forcément quelque chose à dire
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)

# le premier message arrive toujours
data = conn.recv(1024)
while True:
    print("Reçu :", data)
    conn.sendall(b"Salut mec.")
    data = conn.recv(1024)
    if not data:
        break

# on ferme proprement : les deux sens, puis le socket
print("Fin de la connexion")
conn.shutdown(socket.SHUT_RDWR)
conn.close()
