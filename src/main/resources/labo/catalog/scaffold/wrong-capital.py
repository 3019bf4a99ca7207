# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: une majuscule de plus, c’est plus joli
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 5000))
s.listen()
conn, addr = s.accept()
conn.recv(1024)
conn.sendall(b"Pong")
conn.close()
