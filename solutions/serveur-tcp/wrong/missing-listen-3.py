# labo: faux
# échoue: listen
# diagnostic: missing-listen
# dit: c'est recv qui écoute, il n'y a rien à faire avant
import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.bind(("0.0.0.0", 8888))

while True:
    try:
        conn, addr = sock.accept()
    except socket.error as e:
        print("Error Occured.", e)
        break
    print(addr)
    data = conn.recv(1024)
    while data:
        print(data)
        conn.sendall(b"Salut mec.")
        data = conn.recv(1024)
    conn.close()
