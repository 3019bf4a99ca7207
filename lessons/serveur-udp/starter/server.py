"""Le serveur UDP : port 8888, il répond « Salut mec. » à chaque datagramme."""

import socket

PORT = 8888

# Quel appel crée un socket UDP ? Qu'est-ce qui change, par rapport à TCP ?

# À quelle adresse et à quel port l'attacher, pour que la machine B puisse t'écrire ?

# Faut-il se mettre à l'écoute ? Accueillir quelqu'un ?

# Pour chaque datagramme : que reçois-tu, et de qui ? Que réponds-tu, et à qui ?

# Et après ?
