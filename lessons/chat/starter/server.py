"""Un salon : chaque ligne d'un client arrive à tous les autres. TCP, port 8888."""

import socket

PORT = 8888

# Qui est là ? Une liste commune, que tout le monde lira.
clients = []


def diffuser(ligne, auteur):
    """Envoie la ligne à tous les autres. Et si l'un d'eux vient de disparaître ?"""


def ecouter(conn):
    """Écoute un client, ligne par ligne, jusqu'à ce qu'il parte."""
    # Où gardes-tu le début d'une ligne qui n'est pas finie ?


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", PORT))
s.listen()

# Fais entrer les clients. Comment en écouter un sans oublier les autres ?
