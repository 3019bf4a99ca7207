# labo: faux
# échoue: reponse
# diagnostic: missing-import
# dit: l'heure de chaque datagramme, pour le journal
from socket import AF_INET, SOCK_DGRAM, socket


def journal(octets: bytes, adresse: tuple) -> None:
    print(time.strftime("%H:%M:%S"), adresse, octets)


def servir(port: int) -> None:
    with socket(AF_INET, SOCK_DGRAM) as s:
        s.bind(("", port))
        while True:
            octets, adresse = s.recvfrom(2048)
            journal(octets, adresse)
            s.sendto(b"Salut mec.", adresse)


servir(8888)
