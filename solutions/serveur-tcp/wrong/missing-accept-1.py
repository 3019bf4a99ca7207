# labo: faux
# échoue: accept
# diagnostic: missing-accept
# dit: après listen on est connecté, il suffit de recevoir
import socket
import time

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
print("En attente du client...")
time.sleep(1)  # on lui laisse le temps d'arriver
while True:
    data = s.recv(1024)
    if not data:
        break
    print(data)
    s.sendall(b"Salut mec.")
s.close()
