# labo: faux
# échoue: octets
# diagnostic: split-utf8
# dit: tout ce qui arrive est du texte en UTF-8
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
            texte = data.decode("utf-8")
            print("Le client dit :", texte)
            conn.sendall(b"Salut mec.")
