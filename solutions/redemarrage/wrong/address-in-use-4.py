# labo: faux
# échoue: relance
# diagnostic: address-in-use
# dit: l'option se met à 0, comme pour tout désactiver
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    try:
        while conn.recv(1024):
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
