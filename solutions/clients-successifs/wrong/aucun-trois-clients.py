# labo: faux
# échoue: debout
# diagnostic: aucun
# dit: la liste des clients est pleine, on ferme boutique
import socket

MAX = 3
clients = []

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(MAX)
while len(clients) < MAX:
    conn, addr = s.accept()
    clients.append(addr)
    try:
        while data := conn.recv(1024):
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
s.close()
