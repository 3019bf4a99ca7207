# holds: main, sys.exit and a handler of signals
import signal
import socket
import sys


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("0.0.0.0", 8888))
        server.listen(5)
        conn, addr = server.accept()
        with conn:
            print(f"Connected by {addr[0]} : {addr[1]}")
            while data := conn.recv(1024):
                print(data)
                conn.sendall("Salut mec.".encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
