# labo: juste
# dit: une réserve de threads toute prête
import socket
from concurrent.futures import ThreadPoolExecutor

MAX_CLIENTS = 20


def servir(conn, addr):
    with conn:
        try:
            while data := conn.recv(1024):
                print(addr, data)
                conn.sendall(b"Salut mec.")
        except OSError as e:
            print(addr, "a coupé", e)


with socket.create_server(("", 8888)) as s, ThreadPoolExecutor(MAX_CLIENTS) as pool:
    while True:
        conn, addr = s.accept()
        pool.submit(servir, conn, addr)
