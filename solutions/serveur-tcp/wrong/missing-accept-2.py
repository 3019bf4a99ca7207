# labo: faux
# échoue: accept
# diagnostic: missing-accept
# dit: quand select dit que c'est prêt, il y a un message à lire
import select
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)

while True:
    prets, _, _ = select.select([s], [], [])
    for sock in prets:
        message = sock.recv(1024)
        print("reçu", message)
        sock.sendall(b"Salut mec.")
