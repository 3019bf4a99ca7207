# labo: faux
# échoue: reponse
# diagnostic: str-not-bytes
# dit: un message, c'est du texte, donc on envoie un texte
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
conn, addr = s.accept()
print("client :", addr)
reponse = "Salut mec."
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data.decode())
    conn.sendall(reponse)
conn.close()
