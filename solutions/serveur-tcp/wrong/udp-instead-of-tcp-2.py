# labo: faux
# échoue: socket
# diagnostic: udp-instead-of-tcp
# dit: avec UDP on n'a pas besoin d'accept, c'est plus simple
import socket

sock = socket.socket(type=socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", 8888))
print("Serveur lancé")
data, client = sock.recvfrom(4096)
print("Message de", client, ":", data.decode())
sock.sendto("Salut mec.".encode(), client)
