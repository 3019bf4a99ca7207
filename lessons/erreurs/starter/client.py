"""Un client qui sait perdre : python3 client.py HÔTE PORT"""

import socket
import sys

hote, port = sys.argv[1], int(sys.argv[2])

# Combien de temps es-tu prêt à attendre ? Dis-le au socket, avant tout le reste.
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

# Quels appels peuvent échouer ? Ils vont ensemble, dans le même try.
s.connect((hote, port))

# Reçois jusqu'au retour à la ligne. Et si le flot s'arrête avant ?

# En cas d'échec : un message sur sys.stderr, et le code de sortie 1.
