# labo: faux
# échoue: reponse
# diagnostic: no-reply
# dit: recevoir suffit, la réponse partira bien toute seule
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 5000))
s.listen()
conn, addr = s.accept()
print(conn.recv(1024))
conn.close()
