# labo: juste
# dit: create_server fait socket, bind et listen d'un coup
import socket

# trouvé dans la doc python : fait le socket + bind + listen
srv = socket.create_server(("", 8888))

while True:
    (c, a) = srv.accept()
    print("Connecté :", a)
    fini = False
    while not fini:
        try:
            recu = c.recv(4096)
        except ConnectionError as e:
            print("connexion perdue :", e)
            recu = b""
        if len(recu) == 0:
            fini = True
        else:
            print(repr(recu))
            try:
                c.sendall(bytes("Salut mec.", "utf-8"))
            except OSError:
                fini = True
    c.close()
