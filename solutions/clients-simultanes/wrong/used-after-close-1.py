# labo: faux
# échoue: bavard
# diagnostic: used-after-close
# dit: une fois le thread lancé, la boucle principale peut fermer conn
import socket
import threading


def servir(conn, pret):
    pret.wait()
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(b"Salut mec.")


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    pret = threading.Event()
    threading.Thread(target=servir, args=(conn, pret), daemon=True).start()
    # le thread a sa copie
    conn.close()
    pret.set()
