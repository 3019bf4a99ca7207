# labo: faux
# échoue: connect
# diagnostic: name-unresolved
# dit: le cours l'écrit comme ça, donc ça doit marcher
import socket

# On définit la destination de la connexion
host = '<IP_du_serveur>'  # IP du serveur
port = 8888               # Port choisir par le serveur

# Création de l'objet socket de type TCP (SOCK_STREAM)
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

# Connexion au serveur
s.connect((host, port))
# note : la double parenthèse n'est pas une erreur : on envoie un tuple à la fonction connect()

# Envoi de data bidon
s.sendall(b'SALUT MEC')

# On reçoit 1024 bytes qui contiennent peut-être une réponse du serveur
data = s.recv(1024)

# On libère le socket TCP
s.close()

# Affichage de la réponse reçue du serveur
print(f"Le serveur a répondu {repr(data)}")
