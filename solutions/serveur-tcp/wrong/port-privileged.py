# labo: faux
# échoue: bind
# diagnostic: port-privileged
# bac: docker - la machine locale peut donner le port 80 à celui qui lance le labo
# dit: un serveur, ça écoute sur le port 80
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 80))
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
