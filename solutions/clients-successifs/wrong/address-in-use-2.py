# labo: faux
# échoue: deuxieme
# diagnostic: address-in-use
# dit: la boucle while autour de tout le programme
import socket

while True:
    ancien = globals().get("s")
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.bind(("", 8888))
    s.listen()
    conn, addr = s.accept()
    try:
        data = conn.recv(1024)
        while data:
            conn.sendall(b"Salut mec.")
            data = conn.recv(1024)
    finally:
        conn.close()
