# labo: juste
# dit: une file d'attente, et un thread qui ne fait que diffuser
import queue
import socket
import threading

messages = queue.Queue()
clients = []


def distribuer():
    while True:
        auteur, ligne = messages.get()
        for c in list(clients):
            if c != auteur:
                try:
                    c.sendall(ligne)
                except OSError as e:
                    print("envoi impossible", e)


def recevoir(c):
    reste = b""
    while True:
        try:
            data = c.recv(2048)
        except ConnectionError:
            data = b""
        if data == b"":
            break
        reste += data
        lignes = reste.split(b"\n")
        reste = lignes.pop()
        for ligne in lignes:
            messages.put((c, ligne + b"\n"))
    clients.remove(c)
    c.close()


def main():
    s = socket.socket()
    s.bind(("0.0.0.0", 8888))
    s.listen(20)
    threading.Thread(target=distribuer, daemon=True).start()
    while True:
        c, addr = s.accept()
        clients.append(c)
        threading.Thread(target=recevoir, args=(c,), daemon=True).start()


if __name__ == "__main__":
    main()
