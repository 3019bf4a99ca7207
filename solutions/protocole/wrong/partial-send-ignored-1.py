# labo: faux
# échoue: longue-reponse
# diagnostic: partial-send-ignored
# bac: docker - sur la boucle locale, le noyau prend toute la réponse d'un coup
# dit: send au lieu de sendall, avec un délai
import socket


def recevoir(conn, n):
    data = b""
    while len(data) < n:
        m = conn.recv(n - len(data))
        if not m:
            return None
        data += m
    return data


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
conn.settimeout(10)
while True:
    entete = recevoir(conn, 4)
    if entete is None:
        break
    message = recevoir(conn, int.from_bytes(entete, "big"))
    if message is None:
        break
    conn.send(entete + message.upper())
conn.close()
