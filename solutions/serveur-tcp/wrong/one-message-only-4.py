# labo: faux
# échoue: trois-reponses
# diagnostic: one-message-only
# dit: un recv(4096) prend tout ce que le client va envoyer
import socket

TAILLE_MAX = 4096  # large, comme ça on a tout d'un coup

def main():
    serveur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    serveur.bind(("", 8888))
    serveur.listen(1)
    conn, addr = serveur.accept()
    print("Connexion :", addr)
    tout = conn.recv(TAILLE_MAX)
    print("Reçu :", tout)
    if tout:
        conn.sendall(b"Salut mec.")
    conn.close()
    serveur.close()

main()
