# labo: faux
# échoue: envoi
# diagnostic: delegated
# dit: http.client est un client TCP tout fait
import http.client
import sys

connexion = http.client.HTTPConnection(sys.argv[1], int(sys.argv[2]))
connexion.request("GET", "/", body=b"SALUT MEC")
reponse = connexion.getresponse()
print("Le serveur a répondu", reponse.read())
connexion.close()
