# labo: faux
# échoue: apres-coupure
# diagnostic: dies-with-client
# dit: deux boucles et tout marche
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    print("Connexion de", addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data)
        conn.sendall(b"Salut mec.")
    conn.close()
