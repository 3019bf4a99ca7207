# holds: a thread for each client
import socket
import threading


def serve(conn, addr):
    with conn:
        print("Connected by", addr)
        while True:
            data = conn.recv(1024)
            if not data:
                return
            print(data)
            conn.sendall(b"Salut mec.")


with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
    server.bind(("", 8888))
    server.listen()
    while True:
        threading.Thread(target=serve, args=server.accept()).start()
