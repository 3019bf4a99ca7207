# labo: faux
# échoue: reponse
# diagnostic: no-reply
# dit: un return rend la réponse au client
import socket

def traiter(data: bytes) -> bytes:
    print("reçu :", data)
    return b"Salut mec."

s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    print("Connected by", addr)
    with conn:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            traiter(data)
