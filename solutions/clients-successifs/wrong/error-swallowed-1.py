# labo: faux
# échoue: reponse
# diagnostic: error-swallowed
# dit: un except suivi de pass, et rien ne peut arrêter le serveur
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    try:
        conn, addr = s.accept()
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall("Salut mec.")
    except:
        pass
    conn.close()
