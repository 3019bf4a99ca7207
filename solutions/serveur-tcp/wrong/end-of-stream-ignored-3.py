# labo: faux
# échoue: fermeture
# diagnostic: end-of-stream-ignored
# dit: à la fin, recv rend None
import socket

def servir(conn):
    while True:
        data = conn.recv(1024)
        if data is None:
            print("Le client est parti")
            break
        if len(data) > 0:
            print("Reçu :", data)
            conn.sendall(b"Salut mec.")

s = socket.create_server(("", 8888))
conn, addr = s.accept()
print("Connected by", addr)
servir(conn)
conn.close()
