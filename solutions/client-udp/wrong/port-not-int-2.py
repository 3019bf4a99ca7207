# labo: faux
# échoue: envoi
# diagnostic: port-not-int
# dit: host, port = sys.argv, les deux sont prêts à servir
import socket
import sys

host, port = sys.argv[1:]

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.settimeout(1)
    sock.sendto("salut".encode(), (host, port))
    print(sock.recv(1024))
