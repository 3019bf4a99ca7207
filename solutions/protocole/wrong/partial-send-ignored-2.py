# labo: faux
# échoue: longue-reponse
# diagnostic: partial-send-ignored
# bac: docker - sur la boucle locale, le noyau prend toute la réponse d'un coup
# dit: un selecteur, et send tout court
import select
import socket
import struct

ecoute = socket.create_server(("", 8888))
conn, _ = ecoute.accept()
conn.setblocking(False)
tampon = b""
fini = False
while not fini:
    select.select([conn], [], [])
    morceau = conn.recv(65536)
    fini = not morceau
    tampon += morceau
    while len(tampon) >= 4:
        (n,) = struct.unpack("!I", tampon[:4])
        if len(tampon) < 4 + n:
            break
        # envoi de la réponse
        conn.send(tampon[:4] + tampon[4:4 + n].upper())
        tampon = tampon[4 + n:]
conn.close()
