# labo: faux
# échoue: reponse
# diagnostic: crash
# dit: send, sans dire à qui
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    data = s.recv(1024)
    print(data)
    s.send(b"Salut mec.")
