# labo: juste
# dit: create_connection et un with
import socket
import sys

_, hote, port = sys.argv

with socket.create_connection((hote, int(port))) as s:
    s.sendall("SALUT MEC".encode())
    reponse = b""
    while (bloc := s.recv(4096)) != b"":
        reponse += bloc

print("Le serveur a répondu", reponse)
