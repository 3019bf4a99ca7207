# labo: faux
# échoue: recv
# diagnostic: used-listening-socket
# dit: accept sert juste à dire oui, ce qu'il rend ne sert qu'à afficher
import socket

def main():
    serveur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    serveur.bind(("", 8888))
    serveur.listen()
    print("accepté :", serveur.accept())
    try:
        data = serveur.recv(1024)
        while data:
            print(data)
            serveur.sendall(b"Salut mec.")
            data = serveur.recv(1024)
    except socket.error as e:
        print("Error Occured.", e)
    serveur.close()

main()
