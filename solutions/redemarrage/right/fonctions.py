# labo: juste
# dit: des fonctions, from socket import *, et un serveur qui raccroche le premier
from socket import AF_INET, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket


def preparer(port):
    s = socket(AF_INET, SOCK_STREAM)
    s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    s.bind(("", port))
    s.listen(10)
    return s


def servir_un_client(s):
    conn, addr = s.accept()
    try:
        if conn.recv(1024):
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(addr, e)
    finally:
        conn.close()


def main():
    s = preparer(8888)
    while True:
        servir_un_client(s)


main()
