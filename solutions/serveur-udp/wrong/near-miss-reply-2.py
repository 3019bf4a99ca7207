# labo: faux
# échoue: reponse
# diagnostic: near-miss-reply
# dit: un retour à la ligne, par habitude
import socket

REPONSE = "Salut mec.\n"

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 8888))
while True:
    _, client = sock.recvfrom(1024)
    sock.sendto(REPONSE.encode("utf-8"), client)
