# labo: faux
# échoue: envoi
# diagnostic: waits-for-keyboard
# dit: c'est moi qui tape le message
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect((sys.argv[1], int(sys.argv[2])))
message = input("Message : ")
s.sendall(message.encode())
data = b""
while True:
    d = s.recv(1024)
    if not d:
        break
    data += d
s.close()
print(f"Le serveur a répondu {data!r}")
