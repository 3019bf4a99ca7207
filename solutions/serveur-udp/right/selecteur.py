# labo: juste
# dit: un selecteur et un socket non bloquant
import selectors
import socket

serveur = socket.socket(type=socket.SOCK_DGRAM)
serveur.setblocking(False)
serveur.bind(("", 8888))

guet = selectors.DefaultSelector()
guet.register(serveur, selectors.EVENT_READ)

while True:
    for _ in guet.select():
        try:
            octets, expediteur = serveur.recvfrom(1500)
        except BlockingIOError:
            continue
        serveur.sendto(b"Salut mec.", expediteur)
        print(expediteur, octets)
