"""Un serveur qui reste debout : TCP, port 8888, un client après l'autre."""

import socket

PORT = 8888

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", PORT))
s.listen()

# Cette conversation ne sert qu'un client. Où faut-il revenir quand il est parti ?
conn, addr = s.accept()

# Tant que ce client parle : reçois, réponds.
# Et s'il coupe sans prévenir ? Quelle erreur, et qui doit lui survivre ?

# Il a fini : quel socket ferme-t-on, et lequel surtout pas ?
