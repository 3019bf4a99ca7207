# labo: faux
# échoue: accent
# diagnostic: split-utf8
# dit: un chat, c'est du texte
import socket
import threading

clients = []


def ecouter(conn):
    tampon = ""
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            tampon += data.decode()
            while "\n" in tampon:
                ligne, tampon = tampon.split("\n", 1)
                for autre in list(clients):
                    if autre is not conn:
                        try:
                            autre.sendall((ligne + "\n").encode())
                        except OSError:
                            pass
    except OSError as e:
        print(e)
    clients.remove(conn)
    conn.close()


s = socket.create_server(("", 8888))
while True:
    conn, addr = s.accept()
    clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
