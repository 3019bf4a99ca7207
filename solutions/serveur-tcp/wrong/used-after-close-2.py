# labo: faux
# échoue: recv
# diagnostic: used-after-close
# dit: le with sert juste à accepter
import socket

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind(("", 8888))
    s.listen()
    conn, addr = s.accept()
    with conn:
        print("Connected by", addr)

    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data)
        conn.sendall(b"Salut mec.")
