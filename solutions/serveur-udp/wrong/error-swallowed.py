# labo: faux
# échoue: reponse
# diagnostic: error-swallowed
# dit: un except qui avale tout, pour être tranquille
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", 8888))
while True:
    try:
        data, addr = s.recvfrom(1024)
        s.sendto("Salut mec.", addr)
    except:
        pass
