# labo: juste
# dit: des blocs with, et un serveur qui reste debout
import socket

HOTE = "0.0.0.0"
PORT = 8888
TAILLE = 1024

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as serveur:
    # pour pouvoir relancer tout de suite pendant les tests
    serveur.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    serveur.bind((HOTE, PORT))
    serveur.listen()
    print("serveur prêt, port", PORT)
    while True:
        connexion, client = serveur.accept()
        with connexion:
            print("nouveau client :", client[0], "port", client[1])
            while morceau := connexion.recv(TAILLE):
                print("reçu :", morceau)
                connexion.sendall(b"Salut mec.")
        print("client parti")
