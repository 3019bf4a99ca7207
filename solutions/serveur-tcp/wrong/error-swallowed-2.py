# labo: faux
# échoue: reponse
# diagnostic: error-swallowed
# dit: tout mettre dans un try, et dire « erreur » suffit
import socket

try:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.bind(("", 8888))
    s.listen(1)
    conn, addr = s.accept()
    print("Connected by", addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print("reçu " + str(data))
        conn.sendall(reponse)
    conn.close()
except:
    print("Une erreur est survenue.")
