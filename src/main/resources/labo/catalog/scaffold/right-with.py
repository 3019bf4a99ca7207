# labo: juste
# dit: des blocs `with`, qui ferment tout seuls
import socket


def serve(port):
    with socket.create_server(("", port)) as server:
        client, _ = server.accept()
        with client:
            if client.recv(4096):
                client.sendall(b"pong")


serve(5000)
