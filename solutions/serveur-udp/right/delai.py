# labo: juste
# dit: un délai qui réveille la boucle, et recvfrom_into dans un tampon
import socket

TAMPON = bytearray(65536)

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
s.settimeout(2)
compteur = 0

while True:
    try:
        n, addr = s.recvfrom_into(TAMPON)
    except socket.timeout:
        continue  # personne : on retourne attendre
    compteur += 1
    print(compteur, addr[0], bytes(TAMPON[:n]))
    s.sendto(b"Salut mec.", addr)
