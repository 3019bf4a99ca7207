# labo: faux
# échoue: bavard
# diagnostic: blocks-other-clients
# dit: deux boucles, donc plusieurs clients
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(10)
while True:
    conn, addr = s.accept()
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
