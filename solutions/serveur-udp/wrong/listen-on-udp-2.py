# labo: faux
# échoue: recvfrom
# diagnostic: listen-on-udp
# dit: il faut bien accepter le client
import socket

# socket UDP
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", 8888))

while True:
    conn, addr = sock.accept()
    data = conn.recv(1024)
    conn.sendto(b"Salut mec.", addr)
