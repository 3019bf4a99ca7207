"""Reçoit tout le flot : python3 client.py HÔTE PORT. Affiche combien d'octets, et leur SHA-256."""

import hashlib
import socket
import sys

# Où sont l'hôte et le port ? Quel appel va frapper à la porte du serveur ?

# Où vas-tu ranger, ou compter, ce qui arrive ?

# Que faut-il répéter ? Et à quoi vois-tu que c'est vraiment fini ?

# Que reste-t-il à fermer, et à afficher ?
