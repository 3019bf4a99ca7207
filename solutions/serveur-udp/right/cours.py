# labo: juste
# dit: le serveur du cours, en UDP
import socket

host = ''  # toutes les IPs de la machine
port = 8888

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind((host, port))

while True:
    data, addr = s.recvfrom(1024)
    print('Reçu de', addr, ':', data)
    s.sendto(b'Salut mec.', addr)
