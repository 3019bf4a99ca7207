# labo: faux
# échoue: accept
# diagnostic: missing-accept
# dit: recvfrom donne le message et l'adresse, donc accept ne sert à rien
import socket

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.settimeout(60)  # si personne vient au bout d'une minute on arrête
    s.bind(("", 8888))
    s.listen()
    while True:
        data, addr = s.recvfrom(1024)
        if not data:
            break
        print("de", addr, ":", data)
        s.sendto(b"Salut mec.", addr)
