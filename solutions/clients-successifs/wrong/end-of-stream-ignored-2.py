# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: un client parti, recv lèvera une exception
import socket

s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    try:
        while True:
            data = conn.recv(1024).decode(errors="replace")
            if len(data) > 0:
                print(addr, data)
                conn.sendall(b"Salut mec.")
    except Exception:
        print("fin du client", addr)
        conn.close()
