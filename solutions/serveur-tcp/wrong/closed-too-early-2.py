# labo: faux
# échoue: recv
# diagnostic: closed-too-early
# dit: on ferme chaque connexion dès qu'on a dit bonjour
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)
while True:
    conn, addr = s.accept()
    print("Connected by", addr)
    conn.close()
