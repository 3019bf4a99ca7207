# labo: faux
# échoue: reponse
# diagnostic: recv-before-send
# dit: il y a toujours une suite au message, on l'attend avant de répondre
import socket

def lire_message(conn):
    message = conn.recv(1024)
    print("reçu :", message)
    suite = conn.recv(1024)  # au cas où ça a été coupé
    if suite:
        print("suite :", suite)
    return message + suite

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while lire_message(conn):
    conn.sendall(b"Salut mec.")
conn.close()
