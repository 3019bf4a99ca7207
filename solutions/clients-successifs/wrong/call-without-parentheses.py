# labo: faux
# échoue: fermeture
# diagnostic: call-without-parentheses
# dit: conn.close ferme la connexion
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)
while True:
    conn, addr = s.accept()
    print("Nouveau client :", addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut mec.")
    conn.close
