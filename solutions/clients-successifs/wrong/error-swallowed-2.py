# labo: faux
# échoue: reponse
# diagnostic: error-swallowed
# dit: on attrape tout pour survivre aux clients
import socket

REPONSE = b"Salut mec."


def servir(conn):
    try:
        data = conn.recv(1024)
        while data:
            conn.sendall(REPONCE)
            data = conn.recv(1024)
    except Exception:
        print("le client est parti")
    finally:
        conn.close()


serveur = socket.create_server(("", 8888))
while True:
    conn, addr = serveur.accept()
    servir(conn)
