# labo: faux
# échoue: bind
# diagnostic: bind-loopback-only
# dit: localhost c'est plus propre qu'une adresse écrite en dur
import socket

def lancer_serveur(hote="localhost", port=8888):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as srv:
        srv.bind((hote, port))
        srv.listen()
        print(f"J'écoute sur {hote}:{port}")
        conn, client = srv.accept()
        with conn:
            print("Client :", client)
            while True:
                recu = conn.recv(1024)
                if not recu:
                    break
                print("->", recu)
                conn.sendall(b"Salut mec.")

if __name__ == "__main__":
    lancer_serveur()
