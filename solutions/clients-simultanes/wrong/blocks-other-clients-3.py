# labo: faux
# échoue: bavard
# diagnostic: blocks-other-clients
# dit: un thread, et on attend qu'il finisse
import socket
import threading


def servir(conn, addr):
    try:
        data = conn.recv(1024)
        while data:
            conn.sendall(b"Salut mec.")
            data = conn.recv(1024)
    except OSError:
        print("perdu", addr)
    conn.close()


def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.bind(("", 8888))
    s.listen()
    while True:
        conn, addr = s.accept()
        fil = threading.Thread(target=servir, args=(conn, addr))
        fil.start()
        fil.join()


main()
