# labo: faux
# échoue: reponse
# diagnostic: waits-for-keyboard
# dit: c'est moi qui tape la réponse, comme dans un chat
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print("client :", data)
    conn.sendall(input("réponse ? ").encode())
conn.close()
