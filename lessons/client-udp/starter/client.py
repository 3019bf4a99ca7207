"""Le client UDP : python3 client.py HÔTE PORT. Il pose une question, et insiste si rien ne vient."""

import socket
import sys

# Où sont l'hôte et le port que l'on t'a donnés ? Sont-ils tous les deux du bon type ?

# Quel appel crée un socket UDP ? Combien de temps acceptes-tu d'attendre ?

# Combien d'essais ? Dans chacun : qu'envoies-tu, à qui, et qu'attends-tu ?

# La réponse est là : qu'en fais-tu ?

# Rien n'est venu : que dis-tu, et avec quel code de sortie finis-tu ?
