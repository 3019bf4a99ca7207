# labo: faux
# échoue: reponse
# diagnostic: error-swallowed
# dit: un except vide évite les plantages
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen(1)
conn, addr = s.accept()
print("Connected by", addr)
while True:
    try:
        data = conn.recv(1024)
        if not data:
            break
        print(data)
        conn.sendAll(b"Salut mec.")
    except:
        pass
conn.close()
