# labo: juste
# dit: un thread par client, dans une fonction
import socket
import threading


def servir(conn, addr):
    print("+", addr)
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(addr, e)
    finally:
        conn.close()


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    threading.Thread(target=servir, args=(conn, addr), daemon=True).start()
