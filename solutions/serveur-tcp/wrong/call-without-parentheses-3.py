# labo: faux
# échoue: socket
# diagnostic: call-without-parentheses
# dit: écrire le nom de la fonction main, c'est la lancer
import socket

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
        conn.sendall(b"Salut mec.")
    conn.close()

if __name__ == "__main__":
    main
