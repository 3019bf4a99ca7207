# labo: faux
# échoue: sortie
# diagnostic: crash
# dit: un message a toujours au moins un mot
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
en_cours = True
while en_cours:
    data = conn.recv(1024)
    print("Message :", data)
    mots = data.split()
    if mots[0] == b"quit":
        en_cours = False
    else:
        conn.sendall(b"Salut mec.")
conn.close()
