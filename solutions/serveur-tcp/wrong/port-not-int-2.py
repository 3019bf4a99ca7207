# labo: faux
# échoue: bind
# diagnostic: port-not-int
# dit: ce qu'on lit dans une config est déjà un nombre
import socket

CONFIG = """hote=0.0.0.0
port=8888"""

config = {}
for ligne in CONFIG.splitlines():
    cle, valeur = ligne.split("=")
    config[cle] = valeur

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind((config["hote"], config["port"]))
s.listen()
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print(data)
    conn.sendall(b"Salut mec.")
conn.close()
