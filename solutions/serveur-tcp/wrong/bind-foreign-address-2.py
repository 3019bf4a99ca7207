# labo: faux
# échoue: bind
# diagnostic: bind-foreign-address
# dit: l'adresse que j'avais la semaine dernière est toujours la mienne
import socket
import sys

host, port = "198.51.100.7", 8888  # ip a, la semaine dernière

try:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.bind((host, port))
    s.listen()
except OSError as e:
    print("Impossible d'écouter :", e)
    sys.exit(1)

conn, addr = s.accept()
print(addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
