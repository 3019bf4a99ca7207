# labo: faux
# échoue: bavard
# diagnostic: one-message-only
# dit: un client, un message, et au suivant
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    try:
        data = conn.recv(1024)
        if data:
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print("erreur", e)
    conn.close()
