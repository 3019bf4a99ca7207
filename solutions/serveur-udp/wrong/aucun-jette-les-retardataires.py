# labo: faux
# échoue: desordre
# diagnostic: aucun
# dit: un numéro plus petit que le précédent arrive trop tard : je le jette
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
dernier = 0
while True:
    data, addr = s.recvfrom(1024)
    debut = data.split(b"/")[0]
    if debut.isdigit():
        numero = int(debut)
        if numero < dernier:
            continue
        dernier = numero
    s.sendto(b"Salut mec.", addr)
