"""Le serveur du cours : TCP, port 8888, il répond « Salut mec. » à chaque message."""

import socket

PORT = 8888

# Quel appel crée un socket TCP ? Donne-lui un nom court : s.

# À quelle adresse et à quel port l'attacher, pour que la machine B puisse frapper à la porte ?

# Attaché ne veut pas dire ouvert : quel appel se met à écouter ?

# Qui est là ? Deux choses reviennent quand un client entre : lesquelles ?

# Tant que le client parle : que reçois-tu, qu'affiches-tu, que réponds-tu ?
# Et à quoi vois-tu qu'il a fini ?

# Qu'est-ce qui reste ouvert ?
