# labo: faux
# échoue: adresse
# diagnostic: accept-not-unpacked
# dit: accept rend la connexion, et le reste ne m'intéresse pas
import socket

def gerer(connexion):
    with connexion:
        while True:
            data = connexion.recv(1024)
            if not data:
                return
            print(data)
            connexion.sendall(b"Salut mec.")

s = socket.create_server(("", 8888))
while True:
    gerer(s.accept())
