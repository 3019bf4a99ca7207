"""Le serveur qui crie : chaque message reçu (longueur sur 4 octets, puis contenu) repart en majuscules."""

import socket

PORT = 8888


def recevoir_exactement(conn, n):
    """Rend n octets, ni plus ni moins, ou None si le client a raccroché avant."""
    # recv(n) rend au plus n octets : que faut-il répéter ? Et si recv rend b'' ?


# Le serveur habituel : quels appels, dans quel ordre ?

# Pour chaque message : combien d'octets annonce-t-il ? Que lis-tu ensuite, que réponds-tu ?

# À quoi vois-tu que le client a fini ?
