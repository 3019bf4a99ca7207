# labo: juste
# dit: un selecteur au lieu de bloquer, et le programme finit avec son dernier client
import selectors
import socket

sel = selectors.DefaultSelector()

ecoute = socket.socket()  # par défaut : AF_INET, SOCK_STREAM
ecoute.bind(("", 8888))
ecoute.listen()
ecoute.setblocking(False)
sel.register(ecoute, selectors.EVENT_READ)

nb_clients = 0
termine = False

while not termine:
    for cle, _ in sel.select():
        sock = cle.fileobj
        if sock is ecoute:
            conn, addr = ecoute.accept()
            print("Connected by", addr)
            sel.register(conn, selectors.EVENT_READ)
            nb_clients += 1
        else:
            data = sock.recv(1024)
            if data:
                print("reçu", data)
                sock.sendall(b"Salut mec.")
            else:
                sel.unregister(sock)
                sock.close()
                nb_clients -= 1
                termine = nb_clients == 0

sel.close()
ecoute.close()
