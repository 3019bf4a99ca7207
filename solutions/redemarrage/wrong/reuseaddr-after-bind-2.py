# labo: faux
# échoue: relance
# diagnostic: reuseaddr-after-bind
# dit: une fonction pour les options, appelée une fois le serveur prêt
import socket


def options(sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def ouvrir(port: int) -> socket.socket:
    sock = socket.socket()
    sock.bind(("", port))
    sock.listen()
    options(sock)
    return sock


s = ouvrir(8888)
while True:
    conn, addr = s.accept()
    with conn:
        try:
            while data := conn.recv(1024):
                conn.sendall(b"Salut mec.")
        except OSError as e:
            print(e)
