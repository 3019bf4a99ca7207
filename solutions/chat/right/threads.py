# labo: juste
# dit: un thread par client, un verrou, un tampon par client
import socket
import threading

clients = []
verrou = threading.Lock()


def diffuser(ligne, auteur):
    with verrou:
        autres = [c for c in clients if c is not auteur]
    for autre in autres:
        try:
            autre.sendall(ligne)
        except OSError as e:
            print("pas reçu :", e)


def ecouter(conn):
    tampon = b""
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            tampon += data
            while b"\n" in tampon:
                ligne, tampon = tampon.split(b"\n", 1)
                diffuser(ligne + b"\n", conn)
    except OSError as e:
        print("client perdu :", e)
    with verrou:
        clients.remove(conn)
    conn.close()


s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", 8888))
s.listen()
while True:
    conn, addr = s.accept()
    with verrou:
        clients.append(conn)
    threading.Thread(target=ecouter, args=(conn,), daemon=True).start()
