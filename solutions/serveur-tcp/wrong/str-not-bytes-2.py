# labo: faux
# échoue: reponse
# diagnostic: str-not-bytes
# dit: send accepte les f-strings comme print
import socket

def repondre(conn, texte):
    conn.send(f"{texte}")

def main():
    s = socket.socket()
    s.bind(("0.0.0.0", 8888))
    s.listen(1)
    conn, addr = s.accept()
    print("Bonjour", addr[0])
    while True:
        data = conn.recv(1024)
        if data == b"":
            break
        print("reçu :", data)
        repondre(conn, "Salut mec.")
    conn.close()
    s.close()

main()
