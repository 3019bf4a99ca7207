# labo: faux
# échoue: bavard
# diagnostic: error-swallowed
# dit: un thread ne doit jamais planter, alors on attrape tout
import socket
import threading


def servir(conn):
    while True:
        try:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall("Salut mec.")
        except Exception:
            continue
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    threading.Thread(target=servir, args=(conn,), daemon=True).start()
