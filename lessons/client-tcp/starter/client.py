"""Le client du cours : python3 client.py HÔTE PORT. Il envoie SALUT MEC et affiche la réponse."""

import socket
import sys

# Où sont l'hôte et le port que l'on t'a donnés ? Sont-ils tous les deux du bon type ?

# Quel appel crée un socket TCP ?

# Et lequel va frapper à la porte du serveur ?

# Que faut-il pour que SALUT MEC voyage : du texte ou des octets ?

# La réponse est-elle complète après un seul recv ? À quoi vois-tu que le serveur a tout dit ?

# Qu'est-ce qui reste ouvert ? Et qu'est-ce qui reste à afficher ?
