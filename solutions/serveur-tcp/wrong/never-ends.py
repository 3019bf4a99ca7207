# labo: faux
# échoue: sortie
# diagnostic: never-ends
# dit: un serveur reste allumé, même quand il ne peut plus servir personne
import socket
import threading

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
# on garde le serveur up tout le temps
threading.Event().wait()
