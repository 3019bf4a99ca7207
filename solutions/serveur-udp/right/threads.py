# labo: juste
# dit: un fil par datagramme, tous sur le même socket
import socket
import threading


def repondre(sock, addr):
    sock.sendto(b"Salut mec.", addr)


def main():
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("", 8888))
    while True:
        data, addr = sock.recvfrom(4096)
        print("message :", data)
        threading.Thread(target=repondre, args=(sock, addr)).start()


main()
