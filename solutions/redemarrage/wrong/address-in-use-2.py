# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: with ferme le socket, donc le port est libre
import socket


def main():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.bind(("0.0.0.0", 8888))
        s.listen(5)
        while True:
            conn, addr = s.accept()
            with conn:
                try:
                    while data := conn.recv(1024):
                        conn.sendall(b"Salut mec.")
                except ConnectionError:
                    print(addr, "coupé")


if __name__ == "__main__":
    main()
