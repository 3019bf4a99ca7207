# labo: faux
# échoue: apres-impatient
# diagnostic: dies-with-client
# dit: seul recv peut échouer, c'est lui qui attend
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(5)
while True:
    conn, addr = s.accept()
    while True:
        try:
            data = conn.recv(1024)
        except ConnectionResetError:
            break
        if not data:
            break
        conn.sendall(b"Salut mec.")
    conn.close()
