# labo: faux
# échoue: fermeture
# diagnostic: closed-listening-socket-only
# dit: le with ferme tout
import socket
import threading

with socket.create_server(("", 8888)) as serveur:
    conn, addr = serveur.accept()
    while data := conn.recv(1024):
        print(addr, data)
        conn.sendall(b"Salut mec.")
print("Fini : Ctrl+C pour quitter")
threading.Event().wait()
