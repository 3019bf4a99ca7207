# labo: faux
# échoue: sixieme
# diagnostic: blocks-other-clients
# dit: quatre threads suffisent bien
import socket
from concurrent.futures import ThreadPoolExecutor


def servir(conn):
    with conn:
        try:
            while data := conn.recv(1024):
                conn.sendall(b"Salut mec.")
        except OSError as e:
            print(e)


s = socket.create_server(("", 8888))
with ThreadPoolExecutor(max_workers=4) as pool:
    while True:
        conn, addr = s.accept()
        pool.submit(servir, conn)
