# labo: faux
# échoue: apres-coupure
# diagnostic: dies-with-client
# dit: un try autour de tout le programme protège le serveur
import socket


def main() -> None:
    s = socket.create_server(("", 8888))
    try:
        while True:
            conn, addr = s.accept()
            with conn:
                while data := conn.recv(1024):
                    conn.sendall(b"Salut mec.")
    except ConnectionError as e:
        print("Un client a coupé :", e)
    finally:
        s.close()


main()
