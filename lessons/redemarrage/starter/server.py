"""Un serveur qui peut être relancé aussitôt : TCP, port 8888."""

import socket

PORT = 8888

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# Le premier lancement marche toujours. Que faut-il dire au système avant de redemander le même port ?
s.bind(("", PORT))
s.listen()

while True:
    conn, addr = s.accept()
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(b"Salut mec.")
    except OSError as e:
        print(e)
    conn.close()
