# labo: faux
# échoue: bind
# diagnostic: bind-loopback-only
# dit: localhost, comme dans tous les exemples
import socket

HOST, PORT = "localhost", 8888

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind((HOST, PORT))
    s.listen()
    while True:
        conn, addr = s.accept()
        with conn:
            try:
                while True:
                    data = conn.recv(1024)
                    if not data:
                        break
                    conn.sendall(b"Salut mec.")
            except OSError:
                pass
