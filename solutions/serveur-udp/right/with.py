# labo: juste
# dit: un with, et la réponse encodée
import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.bind(("0.0.0.0", 8888))
    print("Serveur UDP prêt")
    while 1:
        message, client = sock.recvfrom(65535)
        print(f"{client[0]}:{client[1]} dit {message!r}")
        sock.sendto("Salut mec.".encode(), client)
