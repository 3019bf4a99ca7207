# labo: faux
# échoue: reponse
# diagnostic: str-not-bytes
# dit: il faut encoder, mais encode() change la variable toute seule
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
            msg = "Salut mec."
            msg.encode("utf-8")  # faut des octets apparemment
            conn.sendall(msg)
