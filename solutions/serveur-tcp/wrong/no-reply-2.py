# labo: faux
# échoue: reponse
# diagnostic: no-reply
# dit: on répond seulement quand le client dit bonjour
import socket

def repondre(conn, data):
    if data == b"SALUT MEC":
        conn.sendall(b"Salut mec.")

def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.bind(("", 8888))
    s.listen(1)
    conn, addr = s.accept()
    print("Connected by", addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print(data)
        repondre(conn, data)
    conn.close()

main()
